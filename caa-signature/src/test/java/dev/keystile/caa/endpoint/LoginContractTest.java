package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.INVALID_BODY;
import static dev.keystile.caa.fixture.Answer.INVALID_MOBILE;
import static dev.keystile.caa.fixture.Answer.INVALID_PASSWORD;
import static dev.keystile.caa.fixture.Answer.WRONG_MOBILE_OR_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts, "Login": which requests are looked at, and in which order they are refused. */
class LoginContractTest {

    private static final String VALID =
            "{\"mobile\":\"" + TestUsers.DEMO_MOBILE + "\",\"password\":\"" + TestUsers.PASSWORD_MD5 + "\"}";

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final TestServer server = TestServer.with(settings -> settings.passwordHasher(hasher));

    @Test
    void theMd5IsTakenInUpperCaseToo() {
        String upperCase = TestUsers.PASSWORD_MD5.toUpperCase(Locale.ROOT);

        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, upperCase).isOk()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1380013800", "138001380000", "1380013800x", "+8613800138000", " 3800138000", "138 0013800", ""})
    void aMobileIsExactlyElevenDigits(String mobile) {
        assertThat(server.postLogin(mobile, TestUsers.PASSWORD_MD5)).isEqualTo(INVALID_MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789abcdef0123456789abcdeg",
                "٠123456789abcdef0123456789abcdef",
                "０123456789abcdef0123456789abcdef"
            })
    void aPasswordIsExactlyThirtyTwoHexDigits(String password) {
        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, password)).isEqualTo(INVALID_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"x\"}",
                "{\"mobile\":\"x\",\"password\":\"x\"}",
                "{\"mobile\":13800138000}",
                "{\"mobile\":[\"13800138000\"],\"password\":true}"
            })
    void aBadMobileIsToldBeforeABadPassword(String json) {
        assertThat(server.postLogin(json)).isEqualTo(INVALID_MOBILE);
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
                "{'mobile':'1'}",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}"
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertThat(server.postLogin(body)).isEqualTo(INVALID_BODY);
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = VALID.getBytes(UTF_8);
        body[2] = (byte) 0xC0;

        assertThat(post(body, "application/json")).isEqualTo(INVALID_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON;charset=\"UTF-8\"",
                "application/json;v=1"
            })
    void aBodyDeclaredAsJsonIsRead(String contentType) {
        assertThat(post(VALID.getBytes(UTF_8), contentType).isOk()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/json; charset=latin1",
                "application/json, text/plain"
            })
    void aBodyDeclaredAsAnythingElseIsRefused(String contentType) {
        assertThat(post(VALID.getBytes(UTF_8), contentType)).isEqualTo(INVALID_BODY);
    }

    @Test
    void aBodyThatIsNotDeclaredIsRefused() {
        assertThat(post(VALID.getBytes(UTF_8))).isEqualTo(INVALID_BODY);
    }

    @Test
    void aBodyThatIsDeclaredTwiceIsRefused() {
        assertThat(post(VALID.getBytes(UTF_8), "application/json", "application/json"))
                .isEqualTo(INVALID_BODY);
    }

    @Test
    void aSmallBodyThatIsNestedTooDeepIsRefused() {
        assertThat(server.postLogin("{\"a\":".repeat(12_000))).isEqualTo(INVALID_BODY);
    }

    @Test
    void aBodyOf64KibibytesIsRead() {
        assertThat(server.postLogin(padded(AuthRequest.MAX_BODY)).isOk()).isTrue();
    }

    @Test
    void aBodyOneByteLongerIsRefused() {
        assertThat(server.postLogin(padded(AuthRequest.MAX_BODY + 1))).isEqualTo(INVALID_BODY);
    }

    @Test
    void aRefusalForTheShapeCostsNoHashing() {
        server.postLogin(padded(AuthRequest.MAX_BODY + 1));
        server.postLogin("{");
        server.postLogin("123", TestUsers.PASSWORD_MD5);
        server.postLogin(TestUsers.DEMO_MOBILE, "123");

        assertThat(hasher.drain()).isEmpty();
    }

    @Test
    void anAuthorizationHeaderIsIgnored() {
        AuthRequest request = AuthRequest.builder("POST", "/api/user/login")
                .headers(HeaderFields.of(Map.of(
                        "Content-Type", List.of("application/json"), "Authorization", List.of("Bearer x", "Caa y"))))
                .body(VALID.getBytes(UTF_8))
                .build();

        assertThat(server.send(request).isOk()).isTrue();
    }

    @Test
    void aWrongPasswordAfterARightOneIsStillRefused() {
        server.login();

        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.WRONG_MD5)).isEqualTo(WRONG_MOBILE_OR_PASSWORD);
    }

    private Answer post(byte[] body, String... contentTypes) {
        return server.send(AuthRequest.builder("POST", "/api/user/login")
                .headers(HeaderFields.of(Map.of("Content-Type", List.of(contentTypes))))
                .body(body)
                .build());
    }

    private static String padded(int length) {
        return VALID + " ".repeat(length - VALID.length());
    }
}
