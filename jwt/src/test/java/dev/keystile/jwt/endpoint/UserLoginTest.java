package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.TestUsers.BANNED_NAME;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_NAME;
import static dev.keystile.jwt.fixture.TestUsers.PASSWORD;
import static dev.keystile.jwt.fixture.TestUsers.WRONG_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.http.AuthRequest;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "the Bearer dialect": {@code POST /user/login}, to the byte. */
class UserLoginTest {

    private static final String VALID = "{\"Username\":\"" + DEMO_NAME + "\",\"Password\":\"" + PASSWORD + "\"}";

    private final TestServer server = TestServer.standard();

    @Test
    void aGrantHasTheTokenInItsData() {
        Answer answer = server.post("/user/login", VALID);

        assertThat(answer).isEqualTo(Expected.userLoggedIn(BEARER.granted(answer)));
    }

    @Test
    void membersThatTheContractDoesNotNameAreIgnored() {
        String json = VALID.substring(0, VALID.length() - 1) + ",\"password\":\"\",\"Event\":1}";

        assertThat(server.post("/user/login", json).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"Username\":\"demo\"}",
                "{\"Password\":\"x\"}",
                "{\"username\":\"demo\",\"password\":\"x\"}",
                "{\"Username\":null,\"Password\":\"x\"}",
                "{\"Username\":\"demo\",\"Password\":null}",
                "{\"Username\":\"\",\"Password\":\"x\"}",
                "{\"Username\":\"demo\",\"Password\":\"\"}",
                "{\"Username\":1,\"Password\":\"x\"}",
                "{\"Username\":\"demo\",\"Password\":[\"x\"]}",
                "{\"Username\":\"demo\",\"Username\":\"demo\",\"Password\":\"x\"}"
            })
    void whatIsMalformedIsRefused(String json) {
        assertThat(server.post("/user/login", json)).isEqualTo(Expected.UNREADABLE_USER_LOGIN);
    }

    @Test
    void aBodyThatIsTooLargeOrNotDeclaredAsJsonIsRefused() {
        String large = VALID + " ".repeat(AuthRequest.MAX_BODY + 1 - VALID.length());

        assertThat(server.post("/user/login", large)).isEqualTo(Expected.UNREADABLE_USER_LOGIN);
        assertThat(server.post("/user/login", VALID.getBytes(UTF_8), "text/plain"))
                .isEqualTo(Expected.UNREADABLE_USER_LOGIN);
        assertThat(server.post("/user/login", VALID.getBytes(UTF_8))).isEqualTo(Expected.UNREADABLE_USER_LOGIN);
    }

    @ParameterizedTest
    @CsvSource({"nobody, true", DEMO_NAME + ", false", BANNED_NAME + ", true", BANNED_NAME + ", false"})
    void anUnknownNameAWrongPasswordAndADisabledUserAreOneAnswer(String name, boolean right) {
        assertThat(BEARER.postLogin(server, name, right ? PASSWORD : WRONG_PASSWORD))
                .isEqualTo(Expected.WRONG_USER_LOGIN);
    }
}
