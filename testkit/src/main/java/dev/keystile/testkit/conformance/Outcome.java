package dev.keystile.testkit.conformance;

/** What became of a check. */
public sealed interface Outcome {

    /** The server keeps the clause. */
    record Passed() implements Outcome {}

    /**
     * The server breaks the clause.
     *
     * @param expected what the contract wants
     * @param seen what came instead, secrets masked
     */
    record Failed(String expected, String seen) implements Outcome {}

    /**
     * Nobody knows: the check was not run.
     *
     * @param reason why, and what would let it run
     */
    record NotRun(String reason) implements Outcome {}
}
