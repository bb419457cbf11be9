package dev.keystile.benchmark.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL with {@code fsync} and {@code synchronous_commit} off, as the embedded one comes: where every exchange waits for the
 * disk, what a store adds to it is lost in that wait.
 */
final class PostgreSql implements Engine {

    /** The pool's own default; no machine needs more for so few processors. */
    private static final int CONNECTIONS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;
    private final PairTable store;
    private final PairTable byHand;

    PostgreSql() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        JdbcSchema.of(pool).createIfAbsent();
        store = new StoreTable(new JdbcCredentialStore(pool));
        byHand = new JdbcByHand(pool);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public PairTable store() {
        return store;
    }

    @Override
    public PairTable byHand() {
        return byHand;
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL doesn't stop.", failure);
        }
    }
}
