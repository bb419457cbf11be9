package dev.keystile.benchmark.store;

import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.StoredCredential;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What a careful user writes who needs no more than this: a row a pair, found by its key, by its user at the next login, and by its
 * expiry when it is swept out. Prepared statements, a timeout on each, and a row count that tells who has won.
 */
final class JdbcByHand implements PairTable {

    private static final int TIMEOUT_SECONDS = 5;

    private final DataSource dataSource;

    JdbcByHand(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE by_hand (lookup bytea PRIMARY KEY, user_id bytea NOT NULL,"
                    + " expires_at bigint NOT NULL, body bytea NOT NULL)");
            statement.execute("CREATE INDEX by_hand_user ON by_hand (user_id)");
            statement.execute("CREATE INDEX by_hand_due ON by_hand (expires_at)");
        }
    }

    @Override
    public void add(StoredCredential pair) {
        int added = update("INSERT INTO by_hand (lookup, user_id, expires_at, body) VALUES (?, ?, ?, ?)", statement -> {
            statement.setBytes(1, pair.lookup().bytes());
            statement.setBytes(2, pair.user().value().getBytes(StandardCharsets.UTF_8));
            statement.setLong(3, pair.expiresAtMillis());
            statement.setBytes(4, pair.body().bytes());
        });
        if (added != 1) {
            throw new IllegalStateException("The pair was not added.");
        }
    }

    @Override
    public boolean find(StoredCredential pair) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT user_id, expires_at, body FROM by_hand WHERE lookup = ?")) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setBytes(1, pair.lookup().bytes());
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        && new UserId(new String(result.getBytes(1), StandardCharsets.UTF_8)).equals(pair.user())
                        && System.currentTimeMillis() < result.getLong(2)
                        && CredentialBody.of(result.getBytes(3)).equals(pair.body());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The pair can't be looked for.", failure);
        }
    }

    @Override
    public boolean exchange(StoredCredential spent, StoredCredential successor) {
        return update(
                        "UPDATE by_hand SET lookup = ?, expires_at = ?, body = ? WHERE lookup = ? AND expires_at > ?",
                        statement -> {
                            statement.setBytes(1, successor.lookup().bytes());
                            statement.setLong(2, successor.expiresAtMillis());
                            statement.setBytes(3, successor.body().bytes());
                            statement.setBytes(4, spent.lookup().bytes());
                            statement.setLong(5, System.currentTimeMillis());
                        })
                == 1;
    }

    private int update(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            binder.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The pair can't be changed.", failure);
        }
    }

    /** Puts values where the question marks are. */
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
