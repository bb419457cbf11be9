package dev.keystile.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceReportTest {

    private static final ConformanceCheck ONE = new ConformanceCheck("a.one", "a -> 1 | 2", "a <b>");
    private static final ConformanceCheck TWO = new ConformanceCheck("a.two", "b", "c");
    private static final CheckResult PASSED = new CheckResult(ONE, new Outcome.Passed());
    private static final CheckResult FAILED = new CheckResult(ONE, new Outcome.Failed("200", "404"));
    private static final CheckResult NOT_RUN = new CheckResult(TWO, new Outcome.NotRun("needs a secret"));

    @Test
    void aReportIsATableThenItsFailuresThenWhatWasNotRunThenTheCounts() {
        assertThat(new ConformanceReport("jdk", List.of(FAILED, NOT_RUN)).toMarkdown())
                .isEqualTo("""
                | check | contract | tried | jdk |
                | --- | --- | --- | --- |
                | a.one | a -> 1 \\| 2 | a &lt;b> | **FAILED** |
                | a.two | b | c | not run |

                Failed:

                * a.one: expected 200, seen 404

                Not run:

                * a.two: needs a secret

                * jdk: 2 checks, 0 passed, 1 failed, 1 not run
                """);
    }

    @Test
    void reportsStandSideBySideAndWhatOneHasNotGotIsTold() {
        ConformanceReport jdk = new ConformanceReport("jdk", List.of(PASSED));
        ConformanceReport jetty = new ConformanceReport("jetty", List.of(FAILED, NOT_RUN));
        assertThat(MarkdownTable.of(List.of(jdk, jetty)))
                .contains("| check | contract | tried | jdk | jetty |\n")
                .contains("| a &lt;b> | passed | **FAILED** |\n")
                .contains("| c | not picked | not run |\n")
                .endsWith("""
                        * jdk: 1 checks, 1 passed, 0 failed, 0 not run
                        * jetty: 2 checks, 0 passed, 1 failed, 1 not run
                        """);
    }

    @Test
    void aReasonIsToldOnceAndWhereUnlessItHoldsEverywhere() {
        ConformanceReport jdk = new ConformanceReport("jdk", List.of(FAILED, NOT_RUN));
        ConformanceReport jetty = new ConformanceReport("jetty", List.of(PASSED, NOT_RUN));
        assertThat(MarkdownTable.of(List.of(jdk, jetty)))
                .contains("\n* a.one (jdk): expected 200, seen 404\n")
                .contains("\n* a.two: needs a secret\n")
                .containsOnlyOnce("needs a secret");
    }

    @Test
    void chaptersAreCounted() {
        ConformanceCheck login = new ConformanceCheck("x", "Login: c", "d");
        CheckResult loggedIn = new CheckResult(login, new Outcome.Passed());
        ConformanceReport jdk = new ConformanceReport("jdk", List.of(PASSED, loggedIn, NOT_RUN));
        ConformanceReport jetty = new ConformanceReport("jetty", List.of(FAILED, loggedIn));
        assertThat(MarkdownTable.byChapter(List.of(jdk, jetty))).isEqualTo("""
                | part of the contracts | jdk | jetty |
                | --- | --- | --- |
                | a -> 1 \\| 2 | 1 | 0, **1 FAILED** |
                | Login | 1 | 1 |
                | b | 0 / 1 | 0 |
                | all | 2 / 1 | 1, **1 FAILED** |

                Not run:

                * needs a secret: 1
                """);
    }

    @Test
    void aTableOfNothingIsRefused() {
        assertThatThrownBy(() -> MarkdownTable.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarkdownTable.byChapter(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailureFailsATestByNameClauseAndFinding() {
        assertThatThrownBy(FAILED::assertNotFailed)
                .isInstanceOf(AssertionError.class)
                .hasMessage("a.one (a -> 1 | 2; a <b>): expected 200, seen 404");
    }

    @Test
    void whatPassedOrWasNotRunFailsNoTest() {
        PASSED.assertNotFailed();
        NOT_RUN.assertNotFailed();
        assertThat(PASSED.wasRun()).isTrue();
        assertThat(NOT_RUN.wasRun()).isFalse();
    }

    @Test
    void aReportWithAFailureFailsATestByEveryFinding() {
        assertThatThrownBy(new ConformanceReport("jdk", List.of(FAILED, NOT_RUN))::assertNoFailures)
                .isInstanceOf(AssertionError.class)
                .hasMessage("jdk breaks the contract:\na.one: expected 200, seen 404");
        new ConformanceReport("jdk", List.of(PASSED, NOT_RUN)).assertNoFailures();
    }
}
