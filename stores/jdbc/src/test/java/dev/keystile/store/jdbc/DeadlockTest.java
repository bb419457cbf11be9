package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TappedDataSource;
import dev.keystile.store.jdbc.instrument.TappedDataSource.Tap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real deadlock: a stranger holds the user's logins and wants the user's turn, while a login has the turn and wants the logins.
 * The engine is brought to undo the login, which then happens all the same.
 */
@ParameterizedClass
@EnumSource(
        value = TestEngine.class,
        names = {"POSTGRESQL_18", "MARIADB_11"})
class DeadlockTest {

    private final TestEngine engine;
    private final StoredCredential first = TestLogin.first();
    private final StoredCredential second = TestLogin.of(first.user());
    private final AtomicInteger turns = new AtomicInteger();
    private final CountDownLatch firstTurn = new CountDownLatch(1);
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    DeadlockTest(TestEngine engine) {
        this.engine = engine;
    }

    @AfterEach
    void close() {
        background.shutdownNow();
    }

    @Test
    void aLoginThatTheEngineUndoesIsTriedAgain() throws Exception {
        new JdbcCredentialStore(engine.pool()).issue(first, LoginPolicy.reuse(), NOW);
        JdbcCredentialStore store = new JdbcCredentialStore(TappedDataSource.of(engine.pool(), countingTurns()));

        try (Connection stranger = engine.pool().getConnection()) {
            stranger.setAutoCommit(false);
            makeUnlikelyVictim(stranger);
            hold(stranger, first);
            Future<IssueResult> login = background.submit(() -> store.issue(second, LoginPolicy.replace(), NOW));
            firstTurn.await();
            execute(stranger, "UPDATE keystile_turn SET taken = taken WHERE slot = " + slotOf(first));
            stranger.rollback();

            assertThat(login.get()).isEqualTo(new IssueResult.Issued());
        }
        assertThat(turns).hasValueGreaterThan(1);
    }

    private Tap countingTurns() {
        return new Tap() {
            @Override
            public void after(String what) {
                if (what.startsWith("UPDATE keystile_turn")) {
                    turns.incrementAndGet();
                    firstTurn.countDown();
                }
            }
        };
    }

    /** PostgreSQL undoes whoever looks for a deadlock first, MariaDB whoever has changed the least. */
    private void makeUnlikelyVictim(Connection stranger) throws SQLException {
        execute(
                stranger,
                engine == TestEngine.MARIADB_11
                        ? "INSERT INTO keystile_use SELECT UNHEX(SHA2(seq, 256)), 0 FROM seq_1_to_100"
                        : "SET LOCAL deadlock_timeout = '1min'");
    }

    private static void hold(Connection stranger, StoredCredential credential) throws SQLException {
        try (PreparedStatement lock =
                stranger.prepareStatement("SELECT 1 FROM keystile_credential WHERE lookup = ? FOR UPDATE")) {
            lock.setBytes(1, credential.lookup().bytes());
            lock.execute();
        }
    }

    private static void execute(Connection stranger, String sql) throws SQLException {
        try (Statement statement = stranger.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int slotOf(StoredCredential credential) {
        return credential.user().tag().value() % 1024;
    }
}
