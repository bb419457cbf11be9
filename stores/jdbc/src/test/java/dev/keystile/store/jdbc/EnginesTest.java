package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.jdbc.engine.TestEngine;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the engines under test are what they are called, and are told apart. */
class EnginesTest {

    @ParameterizedTest
    @CsvSource({"H2, H2, 2", "POSTGRESQL_18, PostgreSQL, 18", "POSTGRESQL_14, PostgreSQL, 14", "MARIADB_11, MariaDB, 11"
    })
    void anEngineIsWhatItIsCalled(TestEngine engine, String product, int major) throws SQLException {
        try (Connection connection = engine.pool().getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            assertThat(about.getDatabaseProductName()).isEqualTo(product);
            assertThat(about.getDatabaseMajorVersion()).isEqualTo(major);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "POSTGRESQL_18, POSTGRESQL", "POSTGRESQL_14, POSTGRESQL", "MARIADB_11, MARIADB"})
    void theDialectIsFoundByAsking(TestEngine engine, JdbcDialect dialect) {
        assertThat(JdbcDialect.of(engine.pool())).isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource({"MySQL, MARIADB", "MariaDB, MARIADB", "PostgreSQL, POSTGRESQL", "H2, H2"})
    void aProductSpeaksItsDialect(String product, JdbcDialect dialect) {
        assertThat(JdbcDialect.ofProduct(product)).contains(dialect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "mysql", "PostgreSQL 18", ""})
    void aProductThatNobodyHasTriedSpeaksNone(String product) {
        assertThat(JdbcDialect.ofProduct(product)).isEmpty();
    }
}
