package dev.keystile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL files, and the names in them. */
class StatementsTest {

    @ParameterizedTest
    @EnumSource(JdbcDialect.class)
    void everyDialectHasEveryStatement(JdbcDialect dialect) {
        Statements statements = Statements.of(dialect);

        for (StatementName name : StatementName.values()) {
            assertThat(statements.get(name).text()).as(name.label()).isNotEmpty();
        }
    }

    @Test
    void aDialectsOwnWordsGoBeforeThoseOfEveryEngine() {
        assertThat(Statements.of(JdbcDialect.POSTGRESQL)
                        .get(StatementName.PURGE_USES)
                        .text())
                .contains("SKIP LOCKED");
        assertThat(Statements.of(JdbcDialect.H2).get(StatementName.PURGE_USES).text())
                .doesNotContain("SKIP LOCKED");
    }

    @Test
    void aStatementIsAllLinesUpToAnEmptyOne() {
        assertThat(Statements.of(JdbcDialect.H2).get(StatementName.DELETE_LOGIN).text())
                .isEqualTo("DELETE FROM keystile_credential WHERE user_id = ? AND family_id = ? AND place = 0");
    }

    @Test
    void namesBecomeQuestionMarksInOrder() {
        assertThat(Sql.parse("SET a = :first_one WHERE b = :second AND c = :first_one"))
                .isEqualTo(new Sql("SET a = ? WHERE b = ? AND c = ?", List.of("first_one", "second", "first_one")));
    }

    @Test
    void aNameWithoutAValueIsAFault() {
        assertThatThrownBy(() -> new Parameters().with("a", 1).bindTo(null, List.of("b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'b'");
    }
}
