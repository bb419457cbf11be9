package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.DurableServer;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL that waits for a standby which isn't there. When its wait is cancelled it answers success and a warning; a failover
 * would undo what was answered, so no store passes it on as done.
 */
class StandbyTest {

    private static final JdbcSettings IMPATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1));

    private static DurableServer server;
    private static HikariDataSource waiting;
    private static HikariDataSource local;

    private final StoredCredential pair = TestLogin.first();
    private final TestToken token = TestToken.of(pair.user());
    private final JdbcCredentialStore store = new JdbcCredentialStore(waiting, IMPATIENT);
    private final JdbcTokenLedger ledger = new JdbcTokenLedger(waiting, IMPATIENT);

    StandbyTest() {
        new JdbcCredentialStore(local).issue(pair, LoginPolicy.reuse(), NOW);
    }

    @BeforeAll
    static void start() {
        server = DurableServer.postgreSqlWithoutItsStandby();
        waiting = server.pool();
        local = TestEngine.open(server.url() + "&options=-c%20synchronous_commit=local");
        JdbcSchema.of(local).createIfAbsent();
    }

    @AfterAll
    static void stop() {
        local.close();
        waiting.close();
        server.close();
    }

    @Test
    void aStrictExchangeIsNotAnsweredAsDone() {
        assertUnknown(() -> store.exchange(exchangeOf(pair, STRICT)));
    }

    @Test
    void theExchangeOfATokenIsNotAnsweredAsDone() {
        assertUnknown(() -> ledger.exchange(token.exchange(LENIENT, NOW)));
    }

    @Test
    void theRevocationOfATokenIsNotAnsweredAsDone() {
        assertUnknown(() -> token.revokeFamily(ledger));
    }

    @Test
    void theRevocationOfAUsersTokensIsNotAnsweredAsDone() {
        assertUnknown(() -> token.revokeLogins(ledger));
    }

    @Test
    void aFirstUseIsNotAnsweredAsSuch() {
        JdbcReplayGuard guard = new JdbcReplayGuard(waiting, IMPATIENT);

        assertUnknown(() -> guard.isFirstUse(pair.lookup(), new byte[32], NOW + 1000, NOW));
    }

    /** Its commit has no timeout but the network's; here it is an operator who cancels the wait. */
    @Test
    void aLogoutIsNotAnsweredAsDoneIfAnOperatorCancelsItsCommit() {
        JdbcCredentialStore patient = new JdbcCredentialStore(waiting);
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> cancelling = operator.submit(cancellations());
            assertUnknown(() -> patient.revoke(pair.user(), pair.family(), NOW));
            assertThat(cancelling).isNotDone();
        } finally {
            operator.shutdownNow();
        }
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQLState 01000")
                .hasMessageContaining("not known");
    }

    /** Cancels whatever waits for the standby, until interrupted. */
    private static Callable<Integer> cancellations() {
        return () -> {
            try (Connection connection = local.getConnection();
                    Statement statement = connection.createStatement()) {
                int rounds = 0;
                while (!Thread.interrupted()) {
                    statement.execute(
                            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
                    rounds++;
                }
                return rounds;
            }
        };
    }
}
