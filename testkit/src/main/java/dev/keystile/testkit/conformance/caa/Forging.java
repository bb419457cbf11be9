package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Proof;
import java.io.IOException;

/** Makes the parts of a header for an operation, rightly or wrongly. */
@FunctionalInterface
interface Forging {

    SignedParts parts(CaaSession session, SignedCall call) throws IOException;

    /** What {@code forging} makes is answered with {@code answer} at {@code call}. */
    static Proof refused(SignedCall call, Answer answer, Forging forging) {
        return probe -> {
            CaaSession session = CaaSession.of(probe);
            session.expect(answer, call, forging.parts(session, call).header());
        };
    }

    /** What {@code forging} makes is answered with {@code answer}, wherever that is cheapest to try. */
    static Proof refused(Answer answer, Forging forging) {
        return probe -> refused(CaaSession.of(probe).gate(), answer, forging).run(probe);
    }

    /** What {@code forging} makes is accepted, wherever that is cheapest to try. */
    static Proof accepted(Forging forging) {
        return probe -> {
            CaaSession session = CaaSession.of(probe);
            session.admit(session.gate(), forging.parts(session, session.gate()).header());
        };
    }
}
