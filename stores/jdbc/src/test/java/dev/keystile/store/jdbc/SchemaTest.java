package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.StoreException;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a store starts on a database without the tables, with them, and with those of another version. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class SchemaTest {

    private final HikariDataSource database;
    private final JdbcDialect dialect;

    SchemaTest(TestEngine engine) {
        this.database = engine.emptyDatabase();
        this.dialect = JdbcDialect.of(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutTheTablesNothingStartsAndTheScriptIsNamed() {
        for (ThrowingCallable start : List.<ThrowingCallable>of(
                () -> new JdbcCredentialStore(database),
                () -> new JdbcTokenLedger(database),
                () -> new JdbcReplayGuard(database),
                () -> new JdbcLoginThrottle(database, TestLogin.THROTTLE_KEY),
                () -> new JdbcJanitor(database))) {
            assertThatThrownBy(start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no Keystile tables")
                    .hasMessageContaining(dialect.schemaPath())
                    .hasMessageContaining("createIfAbsent()");
        }
    }

    @Test
    void theScriptIsWhereTheMessageSays() {
        assertThat(getClass().getResource("/" + dialect.schemaPath())).isNotNull();
    }

    @Test
    void createIfAbsentMakesTheTables() {
        JdbcSchema.of(database).createIfAbsent();

        assertThat(new JdbcCredentialStore(database).outlivesProcess()).isTrue();
    }

    @Test
    void theScriptByItselfMakesThemAndDoesNoHarmTheSecondTime() throws SQLException {
        runScript();
        execute("UPDATE keystile_turn SET taken = 7 WHERE slot = 0");
        runScript();

        JdbcSchema.of(database).requireCurrent();
        assertThat(number("SELECT taken FROM keystile_turn WHERE slot = 0")).isEqualTo(7);
    }

    @Test
    void thereIsATurnForEverySlot() throws SQLException {
        JdbcSchema.of(database).createIfAbsent();

        assertThat(number("SELECT COUNT(*) FROM keystile_turn WHERE slot BETWEEN 0 AND 1023"))
                .isEqualTo(1024);
    }

    @Test
    void nodesThatStartTogetherMayAllMakeThem() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            Callable<JdbcSchema> start = () -> JdbcSchema.of(database).createIfAbsent();
            for (Future<JdbcSchema> node : nodes.invokeAll(Collections.nCopies(6, start))) {
                node.get().requireCurrent();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void tablesOfAnotherVersionAreRefusedAndLeftAlone() throws SQLException {
        JdbcSchema.of(database).createIfAbsent();
        execute("UPDATE keystile_schema SET version = 2");

        assertThatThrownBy(() -> JdbcSchema.of(database).createIfAbsent())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("version 1")
                .hasMessageContaining(dialect.schemaPath());
        assertThat(number("SELECT version FROM keystile_schema")).isEqualTo(2);
    }

    @Test
    void theScriptRunByHandLeavesTablesOfAnotherVersionAlone() throws SQLException {
        runScript();
        execute("UPDATE keystile_schema SET version = 2");
        runScript();

        assertThatThrownBy(() -> JdbcSchema.of(database).requireCurrent()).hasMessageContaining("version 2");
        assertThat(number("SELECT COUNT(*) FROM keystile_schema")).isEqualTo(1);
    }

    @Test
    void whatIsComparedIsBinary() throws SQLException {
        JdbcSchema.of(database).createIfAbsent();

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT c.user_id, c.family_id, c.lookup, t.kind, t.token_digest, u.use_digest, a.meter_name"
                                + " FROM keystile_credential c, keystile_token_spent t, keystile_use u,"
                                + " keystile_attempt a")) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(rows.getMetaData().getColumnType(column))
                        .as(rows.getMetaData().getColumnName(column))
                        .isIn(Types.BINARY, Types.VARBINARY);
            }
        }
    }

    @Test
    void aDatabaseThatCantBeAskedIsAFailureOfTheStore() {
        JdbcSchema schema = JdbcSchema.of(database);
        database.close();

        assertThatThrownBy(schema::requireCurrent).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> JdbcSchema.of(database)).isInstanceOf(StoreException.class);
    }

    private void runScript() throws SQLException {
        for (String statement : JdbcSchema.statements(dialect.schemaScript())) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
