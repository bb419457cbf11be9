package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;

/** Which algorithms are accepted. */
final class AlgorithmChecks {

    private AlgorithmChecks() {}

    static Chapter chapter() {
        Answer refusal = Answers.INVALID_SIGNATURE;
        return Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED)
                .check(
                        "caa.algorithm.hmac-sha1",
                        "HMAC_SHA1, accepted",
                        "a signature by it",
                        Forging.accepted(by(Algorithm.HMAC_SHA1)))
                .check(
                        "caa.algorithm.hmac-sha256",
                        "HMAC_SHA256, accepted unless told otherwise",
                        "a signature by it",
                        Forging.accepted(by(Algorithm.HMAC_SHA256)))
                .check(
                        "caa.algorithm.sha1-digest.off",
                        "SHA1_DIGEST, off unless a server turns it on -> " + refusal,
                        "a signature by it",
                        Forging.refused(refusal, by(Algorithm.SHA1_DIGEST)),
                        Need.off(Trait.LEGACY_DIGEST))
                .check(
                        "caa.algorithm.sha1-digest.on",
                        "SHA1_DIGEST, where the server turns it on",
                        "a signature by it",
                        Forging.accepted(by(Algorithm.SHA1_DIGEST)),
                        Need.on(Trait.LEGACY_DIGEST));
    }

    private static Forging by(Algorithm algorithm) {
        return (session, call) -> session.parts(call, session.pair(), algorithm, session.now());
    }
}
