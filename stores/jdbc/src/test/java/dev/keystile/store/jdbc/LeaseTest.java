package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.OneConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A pool gets its connections back as they were. This one puts nothing right by itself. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class LeaseTest {

    private static final int NETWORK_TIMEOUT = 77_000;
    private static final int QUERY_TIMEOUT = 33;

    private final HikariDataSource database;
    private final Connection connection;
    private final OneConnection pool;
    private final int queryTimeout;
    private final int networkTimeout;

    LeaseTest(TestEngine engine) throws SQLException {
        this.database = engine.emptyDatabase();
        this.connection = DriverManager.getConnection(database.getJdbcUrl());
        this.pool = new OneConnection(connection);
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT);
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_TIMEOUT);
        }
        this.queryTimeout = queryTimeout();
        this.networkTimeout = connection.getNetworkTimeout();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void whoMakesTheTablesGivesTheConnectionBackAsItWas() throws SQLException {
        JdbcSchema.of(pool.dataSource()).createIfAbsent();

        assertAsItWas();
    }

    /** A view lies where the last table should, and takes no row. */
    @Test
    void whoCantMakeTheTablesGivesTheConnectionBackAsItWas() throws SQLException {
        execute(
                "CREATE VIEW keystile_schema AS SELECT COUNT(*) AS version FROM (SELECT 1 AS one) AS nobody WHERE one = 2 HAVING 1 = 0");
        JdbcSchema schema = JdbcSchema.of(pool.dataSource());

        assertThatThrownBy(schema::createIfAbsent).isInstanceOf(StoreException.class);
        assertAsItWas();
    }

    @Test
    void aStoreGivesTheConnectionBackAsItWas() throws SQLException {
        JdbcSchema.of(database).createIfAbsent();
        JdbcCredentialStore store = new JdbcCredentialStore(pool.dataSource());
        StoredCredential pair = TestLogin.first();

        store.issue(pair, LoginPolicy.reuse(), NOW);
        store.exchange(exchangeOf(pair, STRICT));

        assertAsItWas();
    }

    private void assertAsItWas() throws SQLException {
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(queryTimeout()).isEqualTo(queryTimeout);
        assertThat(connection.getNetworkTimeout()).isEqualTo(networkTimeout);
    }

    private int queryTimeout() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.getQueryTimeout();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection ready = database.getConnection();
                Statement statement = ready.createStatement()) {
            statement.execute(sql);
        }
    }
}
