package dev.keystile.testkit.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports as Markdown: a table of checks by servers, what failed, what was not run and why, and the counts at the end. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The table of {@code reports}, a column each.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static String of(List<ConformanceReport> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("A table has a column for each report; hand in one at least.");
        }
        StringBuilder text = new StringBuilder();
        appendTable(text, reports);
        reports.forEach(report -> appendList(text, "Failed", report, report.failed()));
        reports.forEach(report -> appendList(text, "Not run", report, report.notRun()));
        text.append('\n');
        reports.forEach(report -> appendCounts(text, report));
        return text.toString();
    }

    private static void appendTable(StringBuilder text, List<ConformanceReport> reports) {
        appendRow(
                text,
                Stream.concat(
                        Stream.of("check", "contract", "tried"),
                        reports.stream().map(ConformanceReport::server)));
        appendRow(text, Stream.generate(() -> "---").limit(reports.size() + 3L));
        Map<String, ConformanceCheck> checks = new LinkedHashMap<>();
        reports.forEach(report -> report.results()
                .forEach(result -> checks.putIfAbsent(result.check().id(), result.check())));
        List<Map<String, Outcome>> columns =
                reports.stream().map(MarkdownTable::byId).toList();
        checks.values()
                .forEach(check -> appendRow(
                        text,
                        Stream.concat(
                                Stream.of(check.id(), check.clause(), check.proof()),
                                columns.stream().map(column -> word(column.get(check.id()))))));
    }

    private static Map<String, Outcome> byId(ConformanceReport report) {
        return report.results().stream()
                .collect(Collectors.toMap(result -> result.check().id(), CheckResult::outcome));
    }

    private static String word(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "not picked";
        }
        if (outcome instanceof Outcome.Passed) {
            return "passed";
        }
        return outcome instanceof Outcome.Failed ? "**FAILED**" : "not run";
    }

    private static void appendRow(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static void appendList(
            StringBuilder text, String title, ConformanceReport report, List<CheckResult> results) {
        if (!results.isEmpty()) {
            text.append('\n')
                    .append(title)
                    .append(" on ")
                    .append(report.server())
                    .append(":\n\n");
        }
        for (CheckResult result : results) {
            text.append("* ")
                    .append(result.check().id())
                    .append(": ")
                    .append(escape(result.explanation()))
                    .append('\n');
        }
    }

    private static void appendCounts(StringBuilder text, ConformanceReport report) {
        text.append(String.format(
                "%s: %d checks, %d passed, %d failed, %d not run\n",
                report.server(),
                report.results().size(),
                report.passed().size(),
                report.failed().size(),
                report.notRun().size()));
    }

    /** A bar would end a cell, and what looks like a tag would vanish. */
    private static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
