package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.WATCHFUL;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A login ends as fast as ever, however many of its spent credentials are remembered: nobody who ends one touches them. Somebody
 * who holds such a row would make whoever does wait in vain.
 */
@ParameterizedClass
@EnumSource(TestEngine.class)
class EndingTest {

    private static final JdbcSettings IMPATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1));

    private final TestEngine engine;
    private final JdbcCredentialStore store;
    private final StoredCredential first = TestLogin.first();
    private final Exchange exchange = exchangeOf(first, WATCHFUL);
    private final StoredCredential living = exchange.successor();

    EndingTest(TestEngine engine) {
        this.engine = engine;
        this.store = new JdbcCredentialStore(engine.pool(), IMPATIENT);
        store.issue(first, LoginPolicy.reuse(), NOW);
        store.exchange(exchange);
    }

    @Test
    void aLogoutPassesByWhatIsRemembered() throws SQLException {
        assertEndsBesideAHeldSpentRow(() -> store.revoke(first.user(), first.family(), NOW));
    }

    @Test
    void endingAllPassesByWhatIsRemembered() throws SQLException {
        assertEndsBesideAHeldSpentRow(() -> store.revokeAll(first.user(), NOW));
    }

    @Test
    void aLoginThatReplacesPassesByWhatIsRemembered() throws SQLException {
        StoredCredential next = TestLogin.of(first.user());

        assertEndsBesideAHeldSpentRow(() -> store.issue(next, LoginPolicy.replace(), NOW));
    }

    @Test
    void aLoginThatEvictsPassesByWhatIsRemembered() throws SQLException {
        StoredCredential next = TestLogin.of(first.user());

        assertEndsBesideAHeldSpentRow(() -> store.issue(next, LoginPolicy.independent(1), NOW));
    }

    @Test
    void aTheftPassesByWhatIsRemembered() throws SQLException {
        assertEndsBesideAHeldSpentRow(() -> store.exchange(exchangeOf(first, WATCHFUL, NOW + 60_001)));
    }

    @Test
    void whatWasSpentInAnEndedLoginIsUnknownThoughItsRowIsStillThere() throws SQLException {
        store.revoke(first.user(), first.family(), NOW);

        assertThat(store.find(first.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
        assertThat(store.exchange(exchangeOf(first, LENIENT))).isEqualTo(new ExchangeResult.Unknown<>());
        assertThat(store.exchange(exchangeOf(first, WATCHFUL))).isEqualTo(new ExchangeResult.Unknown<>());
        try (Connection connection = engine.pool().getConnection()) {
            assertThat(hold(connection)).isTrue();
        }
    }

    /** No service begins one: the names are random. */
    @Test
    void aLaterLoginOfTheSameNameRevivesNothing() {
        store.revoke(first.user(), first.family(), NOW);
        StoredCredential again = StoredCredential.begin(
                TestLogin.lookup(first.user()),
                first.user(),
                first.family(),
                NOW + 1,
                first.expiresAtMillis(),
                first.body());
        store.issue(again, LoginPolicy.reuse(), NOW + 1);

        assertThat(store.find(first.lookup(), NOW + 1)).isEqualTo(new FindResult.Unknown());
        assertThat(store.exchange(exchangeOf(first, WATCHFUL, NOW + 60_001))).isEqualTo(new ExchangeResult.Unknown<>());
        assertThat(store.find(again.lookup(), NOW + 1)).isEqualTo(new FindResult.Live(again));
    }

    private void assertEndsBesideAHeldSpentRow(ThrowingCallable ending) throws SQLException {
        try (Connection stranger = engine.pool().getConnection()) {
            stranger.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            stranger.setAutoCommit(false);
            assertThat(hold(stranger)).isTrue();

            assertThatCode(ending).doesNotThrowAnyException();
            stranger.rollback();
        }
        assertThat(store.find(living.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
        assertThat(store.find(first.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    /** @return whether the first credential's row is there */
    private boolean hold(Connection stranger) throws SQLException {
        try (PreparedStatement lock =
                stranger.prepareStatement("SELECT 1 FROM keystile_credential WHERE lookup = ? FOR UPDATE")) {
            lock.setBytes(1, first.lookup().bytes());
            return lock.executeQuery().next();
        }
    }
}
