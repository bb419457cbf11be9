package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Proof;
import java.io.IOException;

/** A proof that needs nothing but the active user's session with a dialect. */
@FunctionalInterface
interface SessionProof {

    void run(TokenSession session) throws IOException;

    /** This proof, on the session of a run. */
    default Proof on(Exchange exchange) {
        return probe -> run(TokenSession.of(probe, exchange));
    }
}
