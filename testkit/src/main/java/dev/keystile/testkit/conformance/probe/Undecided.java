package dev.keystile.testkit.conformance.probe;

/** Ends a check that can't tell, for reasons that showed only while it ran. */
public final class Undecided extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Undecided for {@code reason}, which goes into the report. */
    public Undecided(String reason) {
        super(reason);
    }
}
