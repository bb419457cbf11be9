package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.TestUsers.DEMO;
import static dev.keystile.caa.fixture.TestUsers.DEMO_MOBILE;
import static dev.keystile.caa.fixture.TestUsers.PASSWORD_MD5;
import static dev.keystile.caa.fixture.TestUsers.WRONG_MD5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.FaultPlan;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.event.AuthEvent;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.ExchangeGuard;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of pairs, and that it changes no answer. */
class EventsTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final List<AuthEvent> heard = new ArrayList<>();
    private final FaultPlan plan = new FaultPlan();
    private final TestServer server = TestServer.over(
            plan.store(),
            plan.directory(TestUsers.directory()),
            settings -> settings.unsealed()
                    .throttle(new InMemoryLoginThrottle())
                    .exchangePolicy(
                            ExchangePolicy.strict().withGraceWindow(GRACE).withReuseDetection())
                    .listener(heard::add));

    private static AuthEvent refused(Operation operation, Enum<?> reason) {
        return new AuthEvent.Refused(Scheme.CAA, operation, reason.name());
    }

    /** Logs in and forgets what was heard of it. */
    private Client loggedIn() {
        Client client = server.login();
        heard.clear();
        return client;
    }

    @Test
    void aLoginIsIssued() {
        server.login();

        assertThat(heard).containsExactly(new AuthEvent.Issued(Scheme.CAA, DEMO));
    }

    @Test
    void aRefusedLoginSaysWhy() {
        server.postLogin(DEMO_MOBILE, WRONG_MD5);
        server.postLogin("1", WRONG_MD5);

        assertThat(heard)
                .containsExactly(
                        refused(Operation.LOGIN, LoginRefusal.WRONG_MOBILE_OR_PASSWORD),
                        refused(Operation.LOGIN, LoginRefusal.INVALID_MOBILE));
    }

    @Test
    void whoeverIsHeldBackIsThrottled() {
        for (int failure = 0; failure < 6; failure++) {
            server.keys().login(DEMO_MOBILE, WRONG_MD5, "192.0.2.1");
        }
        heard.clear();
        server.keys().login(DEMO_MOBILE, PASSWORD_MD5, "192.0.2.1");

        assertThat(heard).containsExactly(new AuthEvent.Throttled(Scheme.CAA, "192.0.2.1", Duration.ofSeconds(1)));
    }

    @Test
    void whoRefreshesTooOftenIsRefused() {
        LoginThrottle twice = new InMemoryLoginThrottle(ThrottlePolicy.limitingExchanges(2, Duration.ofHours(2)), 10);
        TestServer limited =
                TestServer.with(settings -> settings.exchangeThrottle(twice).listener(heard::add));
        Client once = limited.granted(limited.refreshKeys(limited.login()));
        Client latest = limited.granted(limited.refreshKeys(once));
        heard.clear();
        limited.refreshKeys(latest);

        assertThat(heard).containsExactly(refused(Operation.EXCHANGE, ExchangeGuard.Refusal.TOO_MANY_EXCHANGES));
    }

    @Test
    void aRequestThatIsServedIsNoEvent() {
        server.personal(loggedIn());

        assertThat(heard).isEmpty();
    }

    @Test
    void aRequestThatIsNotServedIsRefused() {
        server.personal(List.of());

        assertThat(heard).containsExactly(refused(Operation.AUTHENTICATE, Refusal.MALFORMED));
    }

    @Test
    void aRefreshIsExchangedAndTheNextOneRaced() {
        Client client = loggedIn();
        server.refreshKeys(client);
        server.refreshKeys(client);

        assertThat(heard)
                .containsExactly(new AuthEvent.Exchanged(Scheme.CAA, DEMO), new AuthEvent.Raced(Scheme.CAA, DEMO));
    }

    @Test
    void aSpentPairThatComesBackRevokesItsFamilyAndIsRefused() {
        Client client = loggedIn();
        server.refreshKeys(client);
        server.clock().advance(Duration.ofMinutes(2));
        heard.clear();
        server.refreshKeys(client);

        assertThat(heard.get(0)).isInstanceOf(AuthEvent.FamilyRevoked.class);
        assertThat(heard.get(1)).isEqualTo(refused(Operation.EXCHANGE, Refusal.UNKNOWN_KEY));
        assertThat(heard).hasSize(2);
    }

    @Test
    void aLogoutIsRevoked() {
        server.logout(loggedIn());

        assertThat(heard).containsExactly(new AuthEvent.Revoked(Scheme.CAA, DEMO, false));
    }

    @Test
    void theEndOfEveryLoginIsRevoked() {
        server.keys().revokeAll(DEMO);

        assertThat(heard).containsExactly(new AuthEvent.Revoked(Scheme.CAA, DEMO, true));
    }

    @Test
    void aStoreThatFailsIsToldOncePerOperation() {
        Client client = loggedIn();
        plan.breakBefore(1);
        server.personal(client);
        plan.breakBefore(1);
        server.refreshKeys(client);
        plan.breakBefore(1);
        server.logout(client);
        plan.breakBefore(2);
        server.postLogin(DEMO_MOBILE, PASSWORD_MD5);

        assertThat(heard)
                .containsExactly(
                        new AuthEvent.StoreFailed(Scheme.CAA, Operation.AUTHENTICATE, "StoreException"),
                        new AuthEvent.StoreFailed(Scheme.CAA, Operation.EXCHANGE, "StoreException"),
                        new AuthEvent.StoreFailed(Scheme.CAA, Operation.REVOKE, "StoreException"),
                        new AuthEvent.StoreFailed(Scheme.CAA, Operation.LOGIN, "StoreException"));
    }

    @Test
    void aListenerThatThrowsChangesNoAnswer() {
        TestServer deafened = TestServer.with(settings -> settings.listener(event -> {
            throw new IllegalStateException("broken, as planned");
        }));
        Client client = deafened.login();

        assertThat(deafened.personal(List.of())).isEqualTo(Answer.INVALID_AUTHORIZATION);
        assertThat(deafened.refreshKeys(client).isOk()).isTrue();
        assertThat(deafened.postLogin(DEMO_MOBILE, WRONG_MD5)).isEqualTo(Answer.WRONG_MOBILE_OR_PASSWORD);
    }
}
