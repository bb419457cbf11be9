package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Proof;
import java.io.IOException;

/** A proof that needs nothing but the active user's session. */
@FunctionalInterface
interface SessionProof {

    void run(CaaSession session) throws IOException;

    /** {@code body}, on the session of the run. */
    static Proof of(SessionProof body) {
        return probe -> body.run(CaaSession.of(probe));
    }
}
