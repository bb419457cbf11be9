package dev.keystile.testkit.conformance.probe;

import java.io.IOException;

/** What a check does. */
@FunctionalInterface
public interface Proof {

    /**
     * Returns if the clause holds.
     *
     * @throws Discrepancy if it doesn't
     * @throws Undecided if that can't be told
     * @throws IOException if the server doesn't speak HTTP/1.1 or isn't there
     */
    void run(Probe probe) throws IOException;
}
