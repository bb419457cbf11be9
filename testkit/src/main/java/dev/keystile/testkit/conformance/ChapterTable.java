package dev.keystile.testkit.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reports as Markdown, a row for each part of the contract. */
final class ChapterTable {

    private ChapterTable() {}

    static String of(List<ConformanceReport> reports) {
        StringBuilder text = new StringBuilder();
        MarkdownTable.appendHead(text, reports, "part of the contracts");
        reports.stream()
                .flatMap(report -> report.results().stream())
                .map(result -> result.check().chapter())
                .distinct()
                .forEach(chapter -> appendSums(
                        text,
                        chapter,
                        reports,
                        result -> result.check().chapter().equals(chapter)));
        appendSums(text, "all", reports, result -> true);
        appendReasons(text, reports);
        return text.toString();
    }

    private static void appendSums(
            StringBuilder text, String title, List<ConformanceReport> reports, Predicate<CheckResult> picked) {
        MarkdownTable.appendRow(
                text, Stream.concat(Stream.of(title), reports.stream().map(report -> sum(report, picked))));
    }

    private static String sum(ConformanceReport report, Predicate<CheckResult> picked) {
        long passed = report.passed().stream().filter(picked).count();
        long failed = report.failed().stream().filter(picked).count();
        long notRun = report.notRun().stream().filter(picked).count();
        return passed + (failed == 0 ? "" : ", **" + failed + " FAILED**") + (notRun == 0 ? "" : " / " + notRun);
    }

    private static void appendReasons(StringBuilder text, List<ConformanceReport> reports) {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        reports.stream()
                .flatMap(report -> report.notRun().stream())
                .forEach(result -> reasons.computeIfAbsent(result.explanation(), first -> new TreeSet<>())
                        .add(result.check().id()));
        if (!reasons.isEmpty()) {
            text.append("\nNot run:\n\n");
        }
        reasons.forEach((reason, checks) -> text.append("* ")
                .append(MarkdownTable.escape(reason))
                .append(": ")
                .append(checks.size())
                .append('\n'));
    }
}
