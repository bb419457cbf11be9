package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INTERNAL_SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where refreshes are limited, who makes too many is told 429 and Retry-After, in the words of the login, and loses nothing. */
class LimitedRefreshTest {

    private static final int AT_ONCE = 4;
    private static final Duration WINDOW = Duration.ofMinutes(4);

    private final LoginThrottle limit =
            new InMemoryLoginThrottle(ThrottlePolicy.limitingExchanges(AT_ONCE, WINDOW), 10);
    private final TestServer server = TestServer.with(settings -> settings.exchangeThrottle(limit));

    /** The pair that {@code first} has become. */
    private Client exhaust(Client first) {
        Client latest = first;
        for (int refresh = 0; refresh < AT_ONCE; refresh++) {
            latest = server.granted(server.refreshKeys(latest));
        }
        return latest;
    }

    private static Answer tooMany(int seconds) {
        Answer answer = Answer.json(429, "{\"message\":\"too many attempts\"}");
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("Retry-After", Integer.toString(seconds));
        return new Answer(answer.status(), headers, answer.body());
    }

    @Test
    void oneTooManyIsToldToWait() {
        assertThat(server.refreshKeys(exhaust(server.login()))).isEqualTo(tooMany(60));
    }

    @Test
    void thePairOfWhoHasToWaitIsAsItWas() {
        Client latest = exhaust(server.login());
        server.refreshKeys(latest);

        assertThat(server.personal(latest)).isEqualTo(TestServer.personalOfDemo());
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(server.refreshKeys(latest).isOk()).isTrue();
    }

    @Test
    void anotherUserDoesNotWait() {
        exhaust(server.login());

        assertThat(server.refreshKeys(server.login(TestUsers.OTHER_MOBILE)).isOk())
                .isTrue();
    }

    /** Or a pair that was stolen once would keep its owner from refreshing for ever. */
    @Test
    void aSpentPairUsesNothingUp() {
        Client spent = server.login();
        Client latest = server.granted(server.refreshKeys(spent));
        for (int replay = 0; replay < 10 * AT_ONCE; replay++) {
            assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
        }

        for (int refresh = 1; refresh < AT_ONCE; refresh++) {
            latest = server.granted(server.refreshKeys(latest));
        }
        assertThat(server.refreshKeys(latest)).isEqualTo(tooMany(60));
    }

    /** Not even for a moment, or whoever sends it on many connections at once would keep the user waiting. */
    @Test
    void aSpentPairIsRefusedAsEverThoughTheUserHasToWait() {
        Client spent = server.login();
        exhaust(spent);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aLimitThatIsDownIsAnUnexpectedFailureAndThePairIsAsItWas() {
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
        TestServer broken = TestServer.with(settings -> settings.exchangeThrottle(down));
        Client client = broken.login();

        assertThat(broken.refreshKeys(client)).isEqualTo(INTERNAL_SERVER_ERROR);
        assertThat(broken.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }
}
