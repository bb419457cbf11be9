package dev.keystile.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection for the length of one intent, and the dialect's words to speak on it. Every statement has a timeout. */
final class Session {

    private final Connection connection;
    private final JdbcDialect dialect;
    private final Statements statements;
    private final int timeoutSeconds;

    /** Makes a value of the row that a result stands on. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Session(Connection connection, JdbcDialect dialect, Statements statements, int timeoutSeconds) {
        this.connection = connection;
        this.dialect = dialect;
        this.statements = statements;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** @return how many rows changed */
    int update(StatementName name, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = prepare(name, parameters)) {
            int changed = statement.executeUpdate();
            if (connection.getAutoCommit()) {
                dialect.requireKept(statement::getWarnings);
            }
            return changed;
        }
    }

    /** As {@link #update} with each of {@code all}, in their order and one round trip. For transactions. */
    void updateEach(StatementName name, List<Parameters> all) throws SQLException {
        Sql sql = statements.get(name);
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setQueryTimeout(timeoutSeconds);
            for (Parameters parameters : all) {
                parameters.bindTo(statement, sql.parameters());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * Adds a row under a key. On PostgreSQL, whose transactions a duplicate key would end, the statement has to see to it.
     *
     * @return whether it was added; not, if the key is there, or if the statement's own condition doesn't hold
     */
    boolean addIfAbsent(StatementName name, Parameters parameters) throws SQLException {
        try {
            return update(name, parameters) == 1;
        } catch (SQLException failure) {
            if (Failures.isDuplicateKey(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Adds a row under a key, or changes the one that is there, in one statement. Of two that find none on H2, both want to add
     * theirs; the second fails, and finds it then.
     */
    int addOrChange(StatementName name, Parameters parameters) throws SQLException {
        try {
            return update(name, parameters);
        } catch (SQLException failure) {
            if (Failures.isDuplicateKey(failure)) {
                return update(name, parameters);
            }
            throw failure;
        }
    }

    /**
     * Where there is a row already under the key that something is to be added under, but due: {@code renew} takes it over, and
     * if it has been swept out by then, {@code add} finds its place free.
     *
     * @return whether either did
     */
    boolean renewOrAdd(StatementName renew, StatementName add, Parameters parameters) throws SQLException {
        return update(renew, parameters) == 1 || addIfAbsent(add, parameters);
    }

    <T> List<T> list(StatementName name, Parameters parameters, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(name, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** The one row, of a statement that finds by a key. */
    <T> Optional<T> find(StatementName name, Parameters parameters, RowReader<T> reader) throws SQLException {
        return list(name, parameters, reader).stream().findFirst();
    }

    private PreparedStatement prepare(StatementName name, Parameters parameters) throws SQLException {
        Sql sql = statements.get(name);
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            statement.setQueryTimeout(timeoutSeconds);
            parameters.bindTo(statement, sql.parameters());
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }
}
