package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.TestUsers.BANNED_NAME;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_EMAIL;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_NAME;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_PHONE;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_PROFILE_JSON;
import static dev.keystile.jwt.fixture.TestUsers.PASSWORD;
import static dev.keystile.jwt.fixture.TestUsers.WRONG_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "the {@code /tokens} dialect": {@code POST /tokens}, to the byte. */
class TokenLoginTest {

    private static final String VALID = json(DEMO_NAME, PASSWORD);

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final TestServer server =
            TestServer.setup().both(settings -> settings.passwordHasher(hasher)).start();

    @BeforeEach
    void forgetWhatSettingUpCost() {
        hasher.drain();
    }

    @Test
    void aGrantIsTheTokenTheUserAndBothTimesInMinutes() {
        Answer answer = server.post("/tokens", VALID);

        assertThat(answer)
                .isEqualTo(Answer.json(
                        201,
                        "{\"token\":\"" + Dialect.TOKENS.granted(answer) + "\",\"user\":" + DEMO_PROFILE_JSON
                                + ",\"ttl\":20160,\"refresh_ttl\":40320}"));
    }

    @Test
    void theTimesAreThoseThatAreConfigured() {
        TestServer hasty = TestServer.setup()
                .tokens(settings -> settings.lifetime(Duration.ofMinutes(1)).refreshWindow(Duration.ofHours(2)))
                .start();

        assertThat(hasty.post("/tokens", VALID).body()).endsWith(",\"ttl\":1,\"refresh_ttl\":120}");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO_NAME, DEMO_EMAIL, DEMO_PHONE})
    void aLoginIsANameAnEmailAddressOrAPhoneNumber(String login) {
        Answer answer = server.post("/tokens", json(login, PASSWORD));

        assertThat(Dialect.TOKENS.personal(server, Dialect.TOKENS.granted(answer)))
                .isEqualTo(Expected.personalOf("1"));
    }

    @Test
    void membersThatTheContractDoesNotNameAreIgnored() {
        String json = VALID.substring(0, VALID.length() - 1) + ",\"user\":{\"id\":2},\"ttl\":1}";

        assertThat(server.post("/tokens", json).body()).contains("\"user\":" + DEMO_PROFILE_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"x\"}",
                "{\"login\":null,\"password\":\"x\"}",
                "{\"login\":\"\",\"password\":\"x\"}",
                "{\"login\":1,\"password\":\"x\"}",
                "{\"login\":true,\"password\":\"x\"}",
                "{\"login\":[\"demo\"],\"password\":\"x\"}",
                "{\"login\":{\"a\":\"demo\"},\"password\":\"x\"}",
                "{\"Login\":\"demo\",\"password\":\"x\"}"
            })
    void aLoginThatIsMissingMistypedOrEmptyIsTold(String json) {
        assertThat(server.post("/tokens", json)).isEqualTo(Expected.LOGIN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":\"demo\"}",
                "{\"login\":\"demo\",\"password\":null}",
                "{\"login\":\"demo\",\"password\":\"\"}",
                "{\"login\":\"demo\",\"password\":123456}",
                "{\"login\":\"demo\",\"password\":[]}"
            })
    void aPasswordThatIsMissingMistypedOrEmptyIsTold(String json) {
        assertThat(server.post("/tokens", json)).isEqualTo(Expected.PASSWORD_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"login\":\"\",\"password\":\"\"}", "{\"password\":1,\"login\":2}"})
    void bothAreToldTogetherLoginFirst(String json) {
        assertThat(server.post("/tokens", json)).isEqualTo(Expected.BOTH_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "1",
                "{",
                "{} {}",
                "{}x",
                "{'login':'a'}",
                "\uFEFF{}",
                "{\"login\":\"a\",\"login\":\"b\"}"
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertThat(server.post("/tokens", body)).isEqualTo(Expected.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "application/json; charset=gbk"
            })
    void aBodyThatIsDeclaredAsAnythingButJsonIsRefused(String contentType) {
        assertThat(server.post("/tokens", VALID.getBytes(UTF_8), contentType)).isEqualTo(Expected.UNREADABLE);
    }

    @Test
    void aBodyThatIsNotDeclaredOrDeclaredTwiceIsRefused() {
        assertThat(server.post("/tokens", VALID.getBytes(UTF_8))).isEqualTo(Expected.UNREADABLE);
        assertThat(server.post("/tokens", VALID.getBytes(UTF_8), "application/json", "application/json"))
                .isEqualTo(Expected.UNREADABLE);
    }

    @Test
    void aBodyOf64KibibytesIsReadAndOneByteMoreIsNot() {
        assertThat(server.post("/tokens", padded(AuthRequest.MAX_BODY)).status())
                .isEqualTo(201);
        assertThat(server.post("/tokens", padded(AuthRequest.MAX_BODY + 1))).isEqualTo(Expected.UNREADABLE);
    }

    @Test
    void aRefusalForTheShapeCostsNoHashing() {
        server.post("/tokens", padded(AuthRequest.MAX_BODY + 1));
        server.post("/tokens", "{");
        server.post("/tokens", "{\"login\":\"demo\"}");

        assertThat(hasher.drain()).isEmpty();
    }

    @Test
    void nothingThatWasSentComesBack() {
        String marker = "a-marker-that-nobody-else-writes";
        for (String json : new String[] {
            json(marker, PASSWORD),
            "{\"login\":[\"" + marker + "\"]}",
            "{" + marker,
            "{\"login\":\"demo\",\"" + marker + "\":1}"
        }) {
            assertThat(server.post("/tokens", json).toString()).doesNotContain(marker);
        }
    }

    @Test
    void anAuthorizationHeaderIsIgnored() {
        assertThat(server.send(AuthRequest.builder("POST", "/tokens")
                                .headers(HeaderFields.of(Map.of(
                                        "Content-Type", List.of("application/json"),
                                        "Authorization", List.of("Bearer x", "Basic y"))))
                                .body(VALID.getBytes(UTF_8))
                                .build())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDisabledUserIsToldSoAfterTheRightPassword() {
        assertThat(server.post("/tokens", json(BANNED_NAME, PASSWORD))).isEqualTo(Expected.DISABLED);
    }

    @Test
    void aDisabledUserIsToldNothingAfterAWrongPassword() {
        assertThat(server.post("/tokens", json(BANNED_NAME, WRONG_PASSWORD))).isEqualTo(Expected.WRONG_LOGIN);
    }

    @Test
    void aPasswordIsTakenAsItIs() {
        for (String other : new String[] {PASSWORD + " ", " " + PASSWORD, PASSWORD.toLowerCase(Locale.ROOT)}) {
            assertThat(server.post("/tokens", json(DEMO_NAME, other))).isEqualTo(Expected.WRONG_LOGIN);
        }
    }

    private static String json(String login, String password) {
        return "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
    }

    private static String padded(int length) {
        return VALID + " ".repeat(length - VALID.length());
    }
}
