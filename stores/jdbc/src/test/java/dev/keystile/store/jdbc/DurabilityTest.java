package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 writes to its file half a second after it has answered, unless the URL says otherwise; stores insist that it does. */
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

    private HikariDataSource open(String settings) {
        return TestEngine.open("jdbc:h2:" + folder.resolve("keystile").toAbsolutePath() + settings);
    }
}
