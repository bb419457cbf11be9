package dev.keystile.testkit.cli;

import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Help.Ansi;

/** A report for people: a row for each part of the contracts, what failed and what was expected, what wasn't run and why. */
final class ReportTable {

    private static final String ROW = "%-28s%8s%8s%8s%n";

    private final ConformanceReport report;
    private final Ansi ansi;

    ReportTable(ConformanceReport report, boolean colourful) {
        this.report = report;
        this.ansi = colourful ? Ansi.ON : Ansi.OFF;
    }

    void print(PrintWriter out) {
        out.printf(ROW, "", "passed", "failed", "not run");
        report.results().stream()
                .map(result -> result.check().chapter())
                .distinct()
                .forEach(chapter -> printRow(
                        out, chapter, result -> result.check().chapter().equals(chapter)));
        printRow(out, "all", result -> true);
        report.failed().forEach(result -> printFailure(out, result));
        report.notRun().stream()
                .map(CheckResult::explanation)
                .distinct()
                .forEach(reason -> out.println("not run: " + Printable.of(reason)));
        out.flush();
    }

    private void printRow(PrintWriter out, String title, Predicate<CheckResult> picked) {
        out.printf(
                ROW,
                title,
                count(report.passed(), picked),
                count(report.failed(), picked),
                count(report.notRun(), picked));
    }

    private static long count(List<CheckResult> results, Predicate<CheckResult> picked) {
        return results.stream().filter(picked).count();
    }

    private void printFailure(PrintWriter out, CheckResult result) {
        if (result.outcome() instanceof Outcome.Failed failed) {
            out.println(ansi.string("@|red FAILED|@") + " " + result.check().id() + " ("
                    + result.check().clause() + ")");
            out.println("  expected " + Printable.of(failed.expected()));
            out.println("  seen     " + Printable.of(failed.seen()));
        }
    }
}
