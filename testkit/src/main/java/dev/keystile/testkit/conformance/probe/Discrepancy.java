package dev.keystile.testkit.conformance.probe;

/**
 * Ends a check: what came is not what the contract wants. Both texts may hold credentials; the report masks them, and so they
 * are no part of the message.
 */
public final class Discrepancy extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String expected;
    private final String seen;

    /** A difference between {@code expected} and {@code seen}. */
    public Discrepancy(String expected, String seen) {
        super("the server does otherwise than the contract says");
        this.expected = expected;
        this.seen = seen;
    }

    /** A connection that was closed where an answer was due. */
    public static Discrepancy noAnswer() {
        return new Discrepancy("an answer", "the connection was closed without one");
    }

    String expected() {
        return expected;
    }

    String seen() {
        return seen;
    }
}
