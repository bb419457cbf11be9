package dev.keystile.testkit.conformance;

/**
 * A check and what became of it.
 *
 * @param check the check
 * @param outcome what became of it
 */
public record CheckResult(ConformanceCheck check, Outcome outcome) {

    /** Whether the server keeps the clause. */
    public boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /** Whether the check was run at all; if it wasn't, {@link #explanation()} says why. */
    public boolean wasRun() {
        return !(outcome instanceof Outcome.NotRun);
    }

    /** One line about the outcome, secrets masked; empty if the check passed. */
    public String explanation() {
        if (outcome instanceof Outcome.Failed failed) {
            return "expected " + failed.expected() + ", seen " + failed.seen();
        }
        return outcome instanceof Outcome.NotRun notRun ? notRun.reason() : "";
    }

    /**
     * For tests: does nothing unless the check failed.
     *
     * @throws AssertionError if the check failed; the message has its id, its clause, what was expected and what was seen
     */
    public void assertNotFailed() {
        if (outcome instanceof Outcome.Failed) {
            throw new AssertionError(check.id() + " (" + check.clause() + "; " + check.proof() + "): " + explanation());
        }
    }
}
