package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.INTERNAL_SERVER_ERROR;
import static dev.keystile.caa.fixture.Answer.WRONG_MOBILE_OR_PASSWORD;
import static dev.keystile.caa.fixture.TestUsers.BANNED_MOBILE;
import static dev.keystile.caa.fixture.TestUsers.DEMO_MOBILE;
import static dev.keystile.caa.fixture.TestUsers.PASSWORD_MD5;
import static dev.keystile.caa.fixture.TestUsers.UNKNOWN_MOBILE;
import static dev.keystile.caa.fixture.TestUsers.WRONG_MD5;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.FaultPlan;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.LoginResult;
import dev.keystile.fixture.RecordingHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts, "Login", too many attempts: 429, Retry-After, and nothing that tells who exists. */
class ThrottledLoginTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final int FREE = 6;

    private final RecordingHasher hasher = new RecordingHasher(TestUsers.hasher());
    private final FaultPlan directoryCalls = new FaultPlan();
    private final TestServer server = TestServer.over(
            new InMemoryCredentialStore(),
            directoryCalls.directory(TestUsers.directory()),
            settings -> settings.passwordHasher(hasher).throttle(new InMemoryLoginThrottle()));

    private static Answer login(TestServer server, String mobile, String passwordMd5, String address) {
        return server.send(AuthRequest.builder("POST", "/api/user/login")
                .headers(HeaderFields.of(Map.of("Content-Type", List.of("application/json"))))
                .clientAddress(address)
                .body(("{\"mobile\":\"" + mobile + "\",\"password\":\"" + passwordMd5 + "\"}").getBytes(UTF_8))
                .build());
    }

    private Answer login(String mobile, String passwordMd5, String address) {
        return login(server, mobile, passwordMd5, address);
    }

    private void failOften(String mobile) {
        for (int failure = 0; failure < FREE; failure++) {
            assertThat(login(mobile, WRONG_MD5, HERE)).isEqualTo(WRONG_MOBILE_OR_PASSWORD);
        }
    }

    private static Answer tooMany(int seconds) {
        Answer answer = Answer.json(429, "{\"message\":\"too many attempts\"}");
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("Retry-After", Integer.toString(seconds));
        return new Answer(answer.status(), headers, answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO_MOBILE, UNKNOWN_MOBILE, BANNED_MOBILE})
    void whoeverFailsTooOftenIsToldTheSame(String mobile) {
        failOften(mobile);

        assertThat(login(mobile, PASSWORD_MD5, HERE)).isEqualTo(tooMany(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO_MOBILE, UNKNOWN_MOBILE})
    void theThrottleIsAskedBeforeDirectoryAndHash(String mobile) {
        failOften(mobile);
        hasher.drain();
        directoryCalls.mend();
        login(mobile, WRONG_MD5, HERE);

        assertThat(hasher.drain()).isEmpty();
        assertThat(directoryCalls.calls()).isZero();
    }

    /** Otherwise the wait would tell that the password of a disabled user was right. */
    @Test
    void theRightPasswordOfADisabledUserIsAFailureLikeAnyOther() {
        for (int failure = 0; failure < FREE; failure++) {
            assertThat(login(BANNED_MOBILE, PASSWORD_MD5, HERE)).isEqualTo(WRONG_MOBILE_OR_PASSWORD);
        }

        assertThat(login(BANNED_MOBILE, PASSWORD_MD5, HERE)).isEqualTo(tooMany(1));
    }

    @Test
    void theUserIsNotKeptOutElsewhere() {
        failOften(DEMO_MOBILE);

        assertThat(login(DEMO_MOBILE, PASSWORD_MD5, ELSEWHERE).isOk()).isTrue();
    }

    @Test
    void afterTheWaitTheUserIsLetIn() {
        failOften(DEMO_MOBILE);
        server.clock().advance(Duration.ofSeconds(1));

        assertThat(login(DEMO_MOBILE, PASSWORD_MD5, HERE).isOk()).isTrue();
    }

    @Test
    void theNextWaitIsLonger() {
        failOften(DEMO_MOBILE);
        server.clock().advance(Duration.ofSeconds(1));
        login(DEMO_MOBILE, WRONG_MD5, HERE);

        assertThat(login(DEMO_MOBILE, WRONG_MD5, HERE)).isEqualTo(tooMany(2));
    }

    @Test
    void aRequestThatIsNoLoginIsNotCounted() {
        for (int request = 0; request < 100; request++) {
            login("no mobile", WRONG_MD5, HERE);
            login(DEMO_MOBILE, "no md5", HERE);
        }

        assertThat(login(DEMO_MOBILE, PASSWORD_MD5, HERE).isOk()).isTrue();
    }

    @Test
    void aDirectoryThatIsDownCostsNobodyAnAttempt() {
        for (int failure = 0; failure < 100; failure++) {
            directoryCalls.breakBefore(1);
            assertThat(login(DEMO_MOBILE, PASSWORD_MD5, HERE)).isEqualTo(INTERNAL_SERVER_ERROR);
        }
        directoryCalls.mend();

        assertThat(login(DEMO_MOBILE, PASSWORD_MD5, HERE).isOk()).isTrue();
    }

    /** A throttle that can't answer lets nobody in, and takes nothing from anybody. */
    @Test
    void aThrottleThatIsDownIsAnUnexpectedFailure() {
        TestServer throttled = TestServer.with(settings -> settings.throttle(new LoginThrottle() {
            @Override
            public AttemptDecision begin(LoginAttempt attempt) {
                throw new StoreException("The throttle is down, as planned.");
            }

            @Override
            public void succeeded(LoginAttempt attempt) {}

            @Override
            public void withdrawn(LoginAttempt attempt) {}
        }));

        assertThat(login(throttled, DEMO_MOBILE, PASSWORD_MD5, HERE)).isEqualTo(INTERNAL_SERVER_ERROR);
    }

    @Test
    void itIsOffUnlessItIsTurnedOn() {
        TestServer standard = TestServer.standard();
        for (int failure = 0; failure < 200; failure++) {
            assertThat(login(standard, DEMO_MOBILE, WRONG_MD5, HERE)).isEqualTo(WRONG_MOBILE_OR_PASSWORD);
        }
    }

    @Test
    void aCallerWithoutEndpointsSaysWhereTheClientIs() {
        for (int failure = 0; failure < FREE; failure++) {
            assertThat(server.keys().login(DEMO_MOBILE, WRONG_MD5, HERE))
                    .isEqualTo(LoginRefusal.WRONG_MOBILE_OR_PASSWORD);
        }

        assertThat(server.keys().login(DEMO_MOBILE, WRONG_MD5, HERE))
                .isEqualTo(new LoginResult.Throttled(Duration.ofSeconds(1)));
        assertThat(server.keys().login(DEMO_MOBILE, WRONG_MD5)).isEqualTo(LoginRefusal.WRONG_MOBILE_OR_PASSWORD);
    }
}
