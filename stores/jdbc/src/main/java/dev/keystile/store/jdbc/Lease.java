package dev.keystile.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection, borrowed: no wait for the network on it is without end, and it goes back as it came. That it can't go back is
 * the pool's trouble and changes no answer.
 */
final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final int networkTimeoutMillis;
    private final int queryTimeoutSeconds;

    private Lease(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.networkTimeoutMillis = connection.getNetworkTimeout();
        try (Statement statement = connection.createStatement()) {
            this.queryTimeoutSeconds = statement.getQueryTimeout();
        }
    }

    /**
     * A connection of {@code dataSource}, on which each statement is a transaction of its own, and no byte is waited for
     * longer than {@code settings} say.
     */
    static Lease of(DataSource dataSource, JdbcSettings settings) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            Lease lease = new Lease(connection);
            connection.setNetworkTimeout(Runnable::run, settings.networkTimeoutMillis());
            connection.setAutoCommit(true);
            return lease;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    /** A statement of this connection, for which the database has no longer than {@code settings} say. */
    Statement statement(JdbcSettings settings) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(settings.timeoutSeconds());
        return statement;
    }

    /** Ends a transaction that did not come to its end, with the connection if need be: going back must not commit it. */
    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            LOG.debug("A transaction could not be rolled back; its connection is given up", failure);
            abort();
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.setAutoCommit(autoCommit);
            restoreQueryTimeout();
            connection.setNetworkTimeout(Runnable::run, networkTimeoutMillis);
        } catch (SQLException failure) {
            LOG.debug("A connection could not be given back as it was", failure);
        }
    }

    /** H2 has one for all statements of a connection, those to come included. */
    private void restoreQueryTimeout() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(queryTimeoutSeconds);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failure) {
            LOG.debug("A connection could not be given up", failure);
        }
    }
}
