package dev.keystile.testkit.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports as Markdown, several side by side: all of it by {@link #of}, or the gist by {@link #byChapter}. What failed and what was
 * not run stands below the table with its reason, once where it is the same for all.
 */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The table of {@code reports}, a column each.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static String of(List<ConformanceReport> reports) {
        requireSome(reports);
        StringBuilder text = new StringBuilder();
        appendTable(text, reports);
        appendList(text, "Failed", reports, ConformanceReport::failed);
        appendList(text, "Not run", reports, ConformanceReport::notRun);
        text.append('\n');
        reports.forEach(report -> appendCounts(text, report));
        return text.toString();
    }

    /**
     * A row for each part of the contract, in which {@code 52 / 1} says that 52 checks passed and one was not run; below it, how many
     * checks were not run for which reason.
     *
     * @throws IllegalArgumentException if there are no reports
     */
    public static String byChapter(List<ConformanceReport> reports) {
        requireSome(reports);
        return ChapterTable.of(reports);
    }

    private static void requireSome(List<ConformanceReport> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("A table has a column for each report; hand in one at least.");
        }
    }

    static void appendHead(StringBuilder text, List<ConformanceReport> reports, String... titles) {
        appendRow(text, Stream.concat(Stream.of(titles), reports.stream().map(ConformanceReport::server)));
        appendRow(text, Stream.generate(() -> "---").limit(titles.length + (long) reports.size()));
    }

    private static void appendTable(StringBuilder text, List<ConformanceReport> reports) {
        appendHead(text, reports, "check", "contract", "tried");
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

    static void appendRow(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static void appendList(
            StringBuilder text,
            String title,
            List<ConformanceReport> reports,
            Function<ConformanceReport, List<CheckResult>> picked) {
        Map<CheckResult, List<String>> servers = new LinkedHashMap<>();
        for (ConformanceReport report : reports) {
            picked.apply(report)
                    .forEach(result -> servers.computeIfAbsent(result, first -> new ArrayList<>())
                            .add(report.server()));
        }
        if (!servers.isEmpty()) {
            text.append('\n').append(title).append(":\n\n");
        }
        servers.forEach((result, where) -> text.append("* ")
                .append(result.check().id())
                .append(where.size() == reports.size() ? ": " : " (" + String.join(", ", where) + "): ")
                .append(escape(result.explanation()))
                .append('\n'));
    }

    private static void appendCounts(StringBuilder text, ConformanceReport report) {
        text.append(String.format(
                "* %s: %d checks, %d passed, %d failed, %d not run\n",
                report.server(),
                report.results().size(),
                report.passed().size(),
                report.failed().size(),
                report.notRun().size()));
    }

    /** A bar would end a cell, and what looks like a tag would vanish. */
    static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
