package dev.keystile.jwt.endpoint;

import static dev.keystile.jwt.fixture.TestUsers.BANNED_NAME;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_NAME;
import static dev.keystile.jwt.fixture.TestUsers.PASSWORD;
import static dev.keystile.jwt.fixture.TestUsers.WRONG_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.TokenLoginResult;
import dev.keystile.jwt.service.TokenServiceBuilder;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "too many attempts" of both dialects: 429, Retry-After, and nothing that tells who exists. */
class ThrottledLoginTest {

    private static final int FREE = 6;
    private static final String HERE = "192.0.2.1";

    private final TestServer server =
            TestServer.setup().both(throttledBy(new InMemoryLoginThrottle())).start();

    private static Consumer<TokenServiceBuilder<?>> throttledBy(LoginThrottle throttle) {
        return settings -> settings.throttle(throttle);
    }

    /** A login from {@link #HERE}. */
    private static Answer login(TestServer server, Dialect dialect, String name, String password) {
        boolean tokens = dialect == Dialect.TOKENS;
        String body = tokens
                ? "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}"
                : "{\"Username\":\"" + name + "\",\"Password\":\"" + password + "\"}";
        return server.send(AuthRequest.builder("POST", tokens ? "/tokens" : "/user/login")
                .headers(HeaderFields.of(Map.of("Content-Type", List.of("application/json"))))
                .clientAddress(HERE)
                .body(body.getBytes(UTF_8))
                .build());
    }

    private static Answer tooMany(Dialect dialect) {
        String body = dialect == Dialect.TOKENS
                ? "{\"message\":[\"尝试次数过多，请稍后再试\"]}"
                : "{\"Event\":\"user_login\",\"StatusCode\":429,\"Message\":\"尝试次数过多，请稍后再试。\",\"Data\":{}}";
        return Answer.json(429, body).with("Retry-After", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKENS,demo",
        "TOKENS,nobody",
        "TOKENS,banned",
        "BEARER,demo",
        "BEARER,nobody",
        "BEARER,banned",
    })
    void whoeverFailsTooOftenIsToldTheSame(Dialect dialect, String name) {
        for (int failure = 0; failure < FREE; failure++) {
            login(server, dialect, name, WRONG_PASSWORD);
        }

        assertThat(login(server, dialect, name, PASSWORD)).isEqualTo(tooMany(dialect));
    }

    @ParameterizedTest
    @EnumSource
    void theRightPasswordOfADisabledUserIsAFailureLikeAnyOther(Dialect dialect) {
        for (int failure = 0; failure < FREE; failure++) {
            login(server, dialect, BANNED_NAME, PASSWORD);
        }

        assertThat(login(server, dialect, BANNED_NAME, PASSWORD)).isEqualTo(tooMany(dialect));
    }

    /** Otherwise a second way in would be a second handful of guesses. */
    @Test
    void servicesThatShareAThrottleCountTogether() {
        for (int failure = 0; failure < FREE / 2; failure++) {
            login(server, Dialect.TOKENS, DEMO_NAME, WRONG_PASSWORD);
            login(server, Dialect.BEARER, DEMO_NAME, WRONG_PASSWORD);
        }

        assertThat(login(server, Dialect.TOKENS, DEMO_NAME, PASSWORD)).isEqualTo(tooMany(Dialect.TOKENS));
    }

    @ParameterizedTest
    @EnumSource
    void afterTheWaitTheUserIsLetIn(Dialect dialect) {
        for (int failure = 0; failure < FREE; failure++) {
            login(server, dialect, DEMO_NAME, WRONG_PASSWORD);
        }
        server.clock().advance(Duration.ofSeconds(1));

        assertThat(dialect.isGrant(login(server, dialect, DEMO_NAME, PASSWORD))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aThrottleThatIsDownIsAnUnexpectedFailure(Dialect dialect) {
        LoginThrottle down = new LoginThrottle() {
            @Override
            public AttemptDecision begin(LoginAttempt attempt) {
                throw new StoreException("The throttle is down, as planned.");
            }

            @Override
            public void succeeded(LoginAttempt attempt) {}

            @Override
            public void withdrawn(LoginAttempt attempt) {}
        };

        TestServer broken = TestServer.setup().both(throttledBy(down)).start();

        assertThat(login(broken, dialect, DEMO_NAME, PASSWORD)).isEqualTo(dialect.failure());
    }

    @Test
    void aCallerWithoutEndpointsSaysWhereTheClientIs() {
        for (int failure = 0; failure < FREE; failure++) {
            server.tokens().login(DEMO_NAME, WRONG_PASSWORD, HERE);
        }

        assertThat(server.tokens().login(DEMO_NAME, PASSWORD, HERE))
                .isEqualTo(new TokenLoginResult.Throttled(Duration.ofSeconds(1)));
        assertThat(server.tokens().login(DEMO_NAME, PASSWORD)).isInstanceOf(TokenGrant.class);
    }
}
