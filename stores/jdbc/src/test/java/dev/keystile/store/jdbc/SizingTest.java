package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much room a row takes, its indexes included, when ten thousand of them were added in random order. Writes the table of
 * {@code docs/stores.md} to {@code target/sizing.md}, and fails when a row takes more than the documentation says.
 */
@Tag("faults")
class SizingTest {

    private static final int ROWS = 10_000;
    private static final int BATCH = 500;
    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final List<TestEngine> ENGINES =
            List.of(TestEngine.POSTGRESQL_18, TestEngine.MARIADB_11, TestEngine.H2);

    /** What is counted, with how many bytes the documentation promises that a row takes at most, whatever the engine. */
    private enum Row {
        PAIR("a sealed pair", "keystile_credential", StatementName.INSERT_CREDENTIAL, 600),
        TOKEN("a spent token", "keystile_token_spent", StatementName.SPEND_TOKEN, 600),
        SEALED_TOKEN(
                "a spent token with its sealed successor", "keystile_token_spent", StatementName.SPEND_TOKEN, 1300),
        FAMILY("an ended login", "keystile_token_family", StatementName.END_FAMILY, 300),
        MARK("a user whose logins were ended", "keystile_token_mark", StatementName.REVOKE_LOGINS, 250),
        USE("a remembered signature", "keystile_use", StatementName.REMEMBER_USE, 250),
        ATTEMPT("a name or an address that failed to log in", "keystile_attempt", StatementName.HOLD_ATTEMPT, 250);

        private final String title;
        private final String table;
        private final StatementName insert;
        private final int mostBytes;

        Row(String title, String table, StatementName insert, int mostBytes) {
            this.title = title;
            this.table = table;
            this.insert = insert;
            this.mostBytes = mostBytes;
        }
    }

    @Test
    void aRowTakesNoMoreRoomThanDocumented() throws SQLException, IOException {
        List<String> report =
                new ArrayList<>(List.of("| bytes for | PostgreSQL 18 | MariaDB 11.4 | H2 |", "|---|---|---|---|"));
        for (Row row : Row.values()) {
            StringBuilder line = new StringBuilder("| " + row.title + " |");
            for (TestEngine engine : ENGINES) {
                long bytes = bytesARow(engine, row);
                assertThat(bytes).as("%s on %s", row, engine).isBetween(20L, (long) row.mostBytes);
                line.append(' ').append(bytes).append(" |");
            }
            report.add(line.toString());
        }
        Files.write(Path.of("target", "sizing.md"), report);
    }

    private static long bytesARow(TestEngine engine, Row row) throws SQLException, IOException {
        String url = makeDatabase(engine);
        long before = bytes(engine, url, row.table);
        fill(url, row);
        return (bytes(engine, url, row.table) - before) / ROWS;
    }

    /** The MariaDB driver can't send an INSERT of a SELECT many times at once unless it is told to send one after the other. */
    private static String makeDatabase(TestEngine engine) {
        try (HikariDataSource database = engine.emptyDatabase()) {
            JdbcSchema.of(database).createIfAbsent();
            return database.getJdbcUrl() + (engine == TestEngine.MARIADB_11 ? "&useBulkStmts=false" : "");
        }
    }

    private static long bytes(TestEngine engine, String url, String table) throws SQLException, IOException {
        if (engine == TestEngine.H2) {
            return fileBytes(url);
        }
        try (HikariDataSource database = TestEngine.open(url)) {
            return tableBytes(engine, database, table);
        }
    }

    private static void fill(String url, Row row) throws SQLException {
        try (HikariDataSource database = TestEngine.open(url);
                Connection connection = database.getConnection()) {
            fill(connection, Statements.of(JdbcDialect.of(database)).get(row.insert), row);
        }
    }

    private static void fill(Connection connection, Sql sql, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql.text())) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= ROWS; number++) {
                parameters(row, number).bindTo(insert, sql.parameters());
                insert.addBatch();
                if (number % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** What the services would put in: an id of eight digits, families of sixteen characters, a pair sealed by AES-GCM. */
    private static Parameters parameters(Row row, int number) {
        long now = TestLogin.NOW + number;
        long later = now + Duration.ofDays(3).toMillis();
        return new Parameters()
                .with("user_id", String.valueOf(10_000_000 + number))
                .with("family_id", RANDOM.alphanumeric(16))
                .with("kind", "tokens")
                .with("place", 0)
                .with("generation", 0)
                .with("begun_at", now)
                .with("issued_at", now)
                .with("expires_at", later)
                .withNullable("spent_at", null)
                .with("keep_until", later)
                .with("lookup", RANDOM.next(32))
                .with("body", RANDOM.next(97))
                .with("token_digest", RANDOM.next(32))
                .with("successor_digest", RANDOM.next(32))
                .with("use_digest", RANDOM.next(32))
                .with("meter_name", RANDOM.next(16))
                .with("now", now)
                .with("login_at", now)
                .with("login_before", now)
                .with("sealed", row == Row.SEALED_TOKEN ? RANDOM.next(450) : null)
                .withNullable("sealed_until", row == Row.SEALED_TOKEN ? later : null);
    }

    private static long tableBytes(TestEngine engine, HikariDataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String question = "SELECT pg_total_relation_size('" + table + "')";
            if (engine == TestEngine.MARIADB_11) {
                statement.execute("ANALYZE TABLE " + table);
                question = "SELECT data_length + index_length FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'";
            }
            try (ResultSet answer = statement.executeQuery(question)) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    /** Compacted: while it is being written, H2 keeps former pages as well. The statement goes with the database. */
    private static long fileBytes(String url) throws SQLException, IOException {
        try (HikariDataSource database = TestEngine.open(url)) {
            database.getConnection().createStatement().execute("SHUTDOWN COMPACT");
        }
        return Files.size(Path.of(url.substring("jdbc:h2:".length(), url.indexOf(';')) + ".mv.db"));
    }
}
