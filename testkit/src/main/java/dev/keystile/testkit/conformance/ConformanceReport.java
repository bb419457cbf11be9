package dev.keystile.testkit.conformance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of every check that was picked for one server.
 *
 * @param server what the target calls the server
 * @param results one for each check, in the order in which they were run
 */
public record ConformanceReport(String server, List<CheckResult> results) {

    /** Copies {@code results}. */
    public ConformanceReport {
        results = List.copyOf(results);
    }

    /** The checks that the server passed. */
    public List<CheckResult> passed() {
        return results.stream().filter(CheckResult::passed).toList();
    }

    /** The checks that the server failed. */
    public List<CheckResult> failed() {
        return results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .toList();
    }

    /** The checks that were not run, each with its reason. */
    public List<CheckResult> notRun() {
        return results.stream().filter(result -> !result.wasRun()).toList();
    }

    /**
     * For tests: does nothing unless a check failed. What was not run is no failure; look at {@link #notRun()}.
     *
     * @throws AssertionError if a check failed; the message has a line for each
     */
    public void assertNoFailures() {
        if (!failed().isEmpty()) {
            throw new AssertionError(failed().stream()
                    .map(result -> result.check().id() + ": " + result.explanation())
                    .collect(Collectors.joining("\n", server + " breaks the contract:\n", "")));
        }
    }

    /** This report as Markdown; {@link MarkdownTable} puts several side by side. */
    public String toMarkdown() {
        return MarkdownTable.of(List.of(this));
    }
}
