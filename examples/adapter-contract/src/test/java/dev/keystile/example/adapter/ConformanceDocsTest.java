package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.testkit.ConformanceSuite;
import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceCheck;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.MarkdownTable;
import dev.keystile.testkit.conformance.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed tables are compared with what is found, and a difference fails. */
class ConformanceDocsTest {

    private static final ConformanceReport EVERY_CHECK = new ConformanceReport(
            "none",
            ConformanceSuite.checks().stream()
                    .map(check -> new CheckResult(check, new Outcome.Passed()))
                    .toList());

    @Test
    void whatIsCommittedAgreesWithItself() throws IOException {
        ConformanceDocs.prove(Adapter.VERTX, committed());
    }

    @Test
    void aCheckThatIsNoLongerRunIsNotCoveredUp() throws IOException {
        List<CheckResult> results = new ArrayList<>(committed().results());
        CheckResult first = results.get(0);
        results.set(0, new CheckResult(first.check(), new Outcome.NotRun("it rains")));

        assertThatThrownBy(() -> ConformanceDocs.prove(Adapter.VERTX, new ConformanceReport("Vert.x", results)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("docs/conformance.md")
                .hasMessageContaining(first.check().id());
    }

    @Test
    void aCheckThatIsGoneIsNoticed() throws IOException {
        List<CheckResult> results = committed().results();

        assertThatThrownBy(() -> ConformanceDocs.prove(
                        Adapter.VERTX, new ConformanceReport("Vert.x", results.subList(1, results.size()))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aTableIsReadAsItWasWritten() {
        ConformanceCheck one = new ConformanceCheck("a.one", "a | b: c", "d <e>");
        ConformanceCheck two = new ConformanceCheck("a.two", "f", "g");
        ConformanceReport jdk = new ConformanceReport(
                "JDK",
                List.of(
                        new CheckResult(one, new Outcome.NotRun("needs a clock (clock)")),
                        new CheckResult(two, new Outcome.Passed())));
        ConformanceReport jetty = new ConformanceReport(
                "Jetty 12.1",
                List.of(
                        new CheckResult(one, new Outcome.Passed()),
                        new CheckResult(two, new Outcome.NotRun("is off"))));

        CommittedTable table = CommittedTable.in(MarkdownTable.of(List.of(jdk, jetty)));

        assertThat(table.column("JDK", jetty)).isEqualTo(jdk);
        assertThat(table.column("Jetty 12.1", jdk)).isEqualTo(jetty);
    }

    private static ConformanceReport committed() throws IOException {
        return CommittedTable.in(Files.readString(Path.of("..", "..", "docs", "conformance.md")))
                .column("Vert.x", EVERY_CHECK);
    }
}
