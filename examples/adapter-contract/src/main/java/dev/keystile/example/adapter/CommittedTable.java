package dev.keystile.example.adapter;

import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.MarkdownTable;
import dev.keystile.testkit.conformance.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@link MarkdownTable} wrote, read again: the outcome of each check on each server. */
final class CommittedTable {

    private static final Pattern REASON = Pattern.compile("\\* (?<id>\\S+)( \\((?<servers>[^)]+)\\))?: (?<reason>.*)");

    private final Map<String, List<String>> rows = new HashMap<>();
    private final List<Matcher> reasons = new ArrayList<>();

    private CommittedTable() {}

    static CommittedTable in(String markdown) {
        CommittedTable table = new CommittedTable();
        markdown.lines().forEach(table::read);
        return table;
    }

    private void read(String line) {
        Matcher reason = REASON.matcher(line);
        if (line.startsWith("|")) {
            List<String> cells =
                    Arrays.stream(line.split("(?<!\\\\)\\|")).map(String::strip).toList();
            rows.put(cells.get(1), cells);
        } else if (reason.matches()) {
            reasons.add(reason);
        }
    }

    /** What stands under {@code server} of the checks that {@code like} has; a check without an outcome is left out. */
    ConformanceReport column(String server, ConformanceReport like) {
        int index = rows.getOrDefault("check", List.of()).indexOf(server);
        List<CheckResult> results = like.results().stream()
                .map(CheckResult::check)
                .flatMap(check ->
                        outcome(check.id(), server, index).map(known -> new CheckResult(check, known)).stream())
                .toList();
        return new ConformanceReport(server, results);
    }

    private Optional<Outcome> outcome(String id, String server, int index) {
        List<String> cells = rows.getOrDefault(id, List.of());
        String cell = index < 0 || index >= cells.size() ? "" : cells.get(index);
        if (cell.equals("passed")) {
            return Optional.of(new Outcome.Passed());
        }
        return reasons.stream()
                .filter(reason -> cell.equals("not run") && reason.group("id").equals(id) && isOf(server, reason))
                .map(reason -> (Outcome) new Outcome.NotRun(reason.group("reason")))
                .findFirst();
    }

    private static boolean isOf(String server, Matcher reason) {
        return Optional.ofNullable(reason.group("servers"))
                .map(servers -> Stream.of(servers.split(", ")).anyMatch(server::equals))
                .orElse(true);
    }
}
