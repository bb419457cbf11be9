package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 writes to its file half a second after it has answered, unless the URL says otherwise; stores insist that it does. One release
 * loses commits whatever the URL says; stores refuse it.
 */
class DurabilityTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsWrittenAfterTheAnswerIsRefusedAndTheRemedyIsNamed() {
        try (HikariDataSource database = open("")) {
            JdbcSchema.of(database).createIfAbsent();

            assertThatThrownBy(() -> new JdbcCredentialStore(database))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(";WRITE_DELAY=0");
        }
    }

    @Test
    void aFileThatIsWrittenBeforeTheAnswerIsTaken() {
        try (HikariDataSource database = open(";WRITE_DELAY=0")) {
            JdbcSchema.of(database).createIfAbsent();

            assertThat(new JdbcCredentialStore(database).outlivesProcess()).isTrue();
        }
    }

    /** H2 remembers the setting, shows it, and doesn't follow it when the file is opened again. */
    @Test
    void thatItOnceWasWrittenInTimeIsNotEnough() throws SQLException {
        try (HikariDataSource database = open("");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            JdbcSchema.of(database).createIfAbsent();
        }

        try (HikariDataSource again = open("")) {
            assertThatThrownBy(() -> new JdbcTokenLedger(again)).hasMessageContaining(";WRITE_DELAY=0");
        }
    }

    @Test
    void aReleaseThatForgetsCommitsIsRefusedAndAnotherIsNamed() {
        assertThatThrownBy(() -> JdbcDialect.requireUnforgetful("2.5.252 (2026-01-01)"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("take H2 2.4.240");
        assertThatCode(() -> JdbcDialect.requireUnforgetful("2.4.240 (2025-09-22)"))
                .doesNotThrowAnyException();
    }

    private HikariDataSource open(String settings) {
        return TestEngine.open("jdbc:h2:" + folder.resolve("keystile").toAbsolutePath() + settings);
    }
}
