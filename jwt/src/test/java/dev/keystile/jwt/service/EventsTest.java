package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.TestUsers.BANNED_NAME;
import static dev.keystile.jwt.fixture.TestUsers.DEMO;
import static dev.keystile.jwt.fixture.TestUsers.DEMO_NAME;
import static dev.keystile.jwt.fixture.TestUsers.PASSWORD;
import static dev.keystile.jwt.fixture.TestUsers.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.event.AuthEvent;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of tokens, and that it changes no answer. */
class EventsTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final List<AuthEvent> heard = new ArrayList<>();
    private final TestServer server = TestServer.setup()
            .both(settings -> settings.throttle(new InMemoryLoginThrottle())
                    .exchangePolicy(
                            ExchangePolicy.strict().withGraceWindow(GRACE).withReuseDetection())
                    .listener(heard::add))
            .start();

    private static Scheme schemeOf(Dialect dialect) {
        return Scheme.valueOf(dialect.name());
    }

    private static AuthEvent refused(Dialect dialect, Operation operation, Enum<?> reason) {
        return new AuthEvent.Refused(schemeOf(dialect), operation, reason.name());
    }

    /** Logs in and forgets what was heard of it. */
    private String loggedIn(Dialect dialect) {
        String token = dialect.login(server);
        heard.clear();
        return token;
    }

    @ParameterizedTest
    @EnumSource
    void aLoginIsIssued(Dialect dialect) {
        dialect.login(server);

        assertThat(heard).containsExactly(new AuthEvent.Issued(schemeOf(dialect), DEMO));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedLoginSaysWhy(Dialect dialect) {
        dialect.postLogin(server, DEMO_NAME, WRONG_PASSWORD);
        dialect.postLogin(server, BANNED_NAME, PASSWORD);

        assertThat(heard)
                .containsExactly(
                        refused(dialect, Operation.LOGIN, TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD),
                        refused(dialect, Operation.LOGIN, TokenLoginRefusal.USER_DISABLED));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsHeldBackIsThrottled(Dialect dialect) {
        for (int failure = 0; failure <= 100; failure++) {
            dialect.loginTyped(server, DEMO_NAME, WRONG_PASSWORD);
        }
        heard.clear();
        dialect.loginTyped(server, DEMO_NAME, PASSWORD);

        assertThat(heard).containsExactly(new AuthEvent.Throttled(schemeOf(dialect), "", Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsServedIsNoEvent(Dialect dialect) {
        dialect.personal(server, loggedIn(dialect));

        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatDoesNotHoldIsRefused(Dialect dialect) {
        dialect.verify(server, "no token");
        dialect.exchange(server, "no token");

        assertThat(heard)
                .containsExactly(
                        refused(dialect, Operation.AUTHENTICATE, TokenRefusal.INVALID),
                        refused(dialect, Operation.EXCHANGE, TokenRefusal.INVALID));
    }

    @ParameterizedTest
    @EnumSource
    void anExchangeIsExchangedAndTheNextOneRaced(Dialect dialect) {
        String token = loggedIn(dialect);
        dialect.exchange(server, token);
        dialect.exchange(server, token);

        assertThat(heard)
                .containsExactly(
                        new AuthEvent.Exchanged(schemeOf(dialect), DEMO), new AuthEvent.Raced(schemeOf(dialect), DEMO));
    }

    @ParameterizedTest
    @EnumSource
    void aSpentTokenThatComesBackRevokesItsFamilyAndIsRefused(Dialect dialect) {
        String token = loggedIn(dialect);
        dialect.exchange(server, token);
        server.clock().advance(Duration.ofMinutes(2));
        heard.clear();
        dialect.exchange(server, token);

        assertThat(heard.get(0)).isInstanceOf(AuthEvent.FamilyRevoked.class);
        assertThat(heard.get(1)).isEqualTo(refused(dialect, Operation.EXCHANGE, TokenRefusal.SPENT));
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aRevocationIsTold(Dialect dialect) {
        dialect.revoke(server, loggedIn(dialect));
        dialect.revokeAll(server, DEMO);

        assertThat(heard)
                .containsExactly(
                        new AuthEvent.Revoked(schemeOf(dialect), DEMO, false),
                        new AuthEvent.Revoked(schemeOf(dialect), DEMO, true));
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsChangesNoAnswer(Dialect dialect) {
        TestServer deafened = TestServer.setup()
                .both(settings -> settings.listener(event -> {
                    throw new IllegalStateException("broken, as planned");
                }))
                .start();
        String token = dialect.login(deafened);

        assertThat(dialect.isGrant(dialect.exchange(deafened, token))).isTrue();
        assertThat(dialect.exchange(deafened, token)).isEqualTo(dialect.refusal());
    }
}
