package dev.keystile.store.jdbc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.jdbc.engine.DurableServer;
import dev.keystile.store.jdbc.served.PairClient;
import dev.keystile.store.jdbc.served.Site;
import dev.keystile.store.jdbc.served.TokenClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed by {@code kill -9} in the middle of refreshes and logouts, and started again on its data. Whoever holds
 * the pair that was acknowledged last goes on with it, also if the answer to the refresh after it was lost; what was revoked
 * stays revoked; of clients that share a login the whole history can be put in order; and who asks the endpoints is served, or
 * told that something unexpected happened.
 */
@Tag("faults")
class CrashTest {

    private static final int HOLDERS = 5;
    private static final int CRASHES = 3;
    private static final int REFRESHES_BETWEEN = 300;

    private final Semaphore refreshes = new Semaphore(0);

    @Test
    void nobodyIsLoggedOutByACrashOfPostgreSql() throws Exception {
        try (DurableServer server = DurableServer.postgreSql();
                HikariDataSource pool = server.pool()) {
            assertThat(setting(pool, "SHOW fsync")).isEqualTo("on");
            assertThat(setting(pool, "SHOW synchronous_commit")).isEqualTo("on");
            crashUnderLoad(server, pool);
        }
    }

    @Test
    void nobodyIsLoggedOutByACrashOfMariaDb() throws Exception {
        try (DurableServer server = DurableServer.mariaDb();
                HikariDataSource pool = server.pool()) {
            assertThat(setting(pool, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            crashUnderLoad(server, pool);
        }
    }

    private void crashUnderLoad(DurableServer server, HikariDataSource pool) throws Exception {
        JdbcSchema.of(pool).createIfAbsent();
        JdbcCredentialStore store = new JdbcCredentialStore(pool);
        JdbcTokenLedger ledger = new JdbcTokenLedger(pool);
        Site site = new Site(pool);
        List<Holder> holders = IntStream.range(0, HOLDERS)
                .mapToObj(number -> new Holder("holder-" + number, store, ledger, refreshes::release))
                .toList();
        Couple couple = new Couple("couple", store);
        List<Visitor> visitors = Stream.of(new PairClient(), TokenClient.ofTokens(), TokenClient.ofBearer())
                .map(client -> new Visitor(client, site))
                .toList();
        List<Guest> guests = Stream.of(holders.stream(), Stream.of(couple), visitors.stream())
                .<Guest>flatMap(kind -> kind)
                .toList();

        crash(server, guests);

        holders.forEach(Holder::assertNothingIsLostOrUndone);
        couple.assertHistories();
    }

    private void crash(DurableServer server, List<Guest> guests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(guests.size());
        try {
            List<? extends Future<?>> runs =
                    guests.stream().map(threads::submit).toList();
            for (int crash = 0; crash < CRASHES; crash++) {
                awaitRefreshes();
                server.kill();
                server.restart();
            }
            awaitRefreshes();
            guests.forEach(Guest::stop);
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void awaitRefreshes() throws InterruptedException {
        refreshes.drainPermits();
        assertThat(refreshes.tryAcquire(REFRESHES_BETWEEN, 3, TimeUnit.MINUTES))
                .as("that refreshes go on")
                .isTrue();
    }

    private static String setting(HikariDataSource pool, String question) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
