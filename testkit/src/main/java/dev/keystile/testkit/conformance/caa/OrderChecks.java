package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import java.io.IOException;
import java.time.Duration;

/** The rows of the table of checks on every operation that is signed, and requests with several faults, of which the first counts. */
final class OrderChecks {

    private static final long A_DAY = Duration.ofDays(1).toMillis();

    private OrderChecks() {}

    static Chapter chapter() {
        Chapter chapter = Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED);
        SignedCall.all().forEach(call -> rows(chapter, call));
        return chapter.check(
                        "caa.order.shape-before-key",
                        "order of checks: a malformed header before an unknown key",
                        "an unknown key with a timestamp of 12 digits",
                        Forging.refused(
                                Answers.INVALID_AUTHORIZATION,
                                (session, call) -> unknown(session, call).withTimestamp("123456789012")))
                .check(
                        "caa.order.key-before-signature",
                        "order of checks: an unknown key before a wrong signature",
                        "an unknown key with a signature of one byte",
                        Forging.refused(
                                Answers.KEY_NOT_FOUND,
                                (session, call) -> unknown(session, call).withSignature(new byte[1])))
                .check(
                        "caa.order.key-before-window",
                        "order of checks: an unknown key before a time outside the window",
                        "an unknown key, signed a day ago",
                        Forging.refused(
                                Answers.KEY_NOT_FOUND,
                                (session, call) -> session.parts(call, Pair.UNKNOWN, session.nowPlus(-A_DAY))))
                .check(
                        "caa.order.signature-before-window",
                        "order of checks: a wrong signature before a time outside the window, so no serverTime",
                        "a known key, signed a day ago by another secret",
                        Forging.refused(
                                Answers.INVALID_SIGNATURE,
                                (session, call) -> session.parts(
                                        call, session.pair().withSecretOf(Pair.UNKNOWN), session.nowPlus(-A_DAY))));
    }

    private static void rows(Chapter chapter, SignedCall call) {
        chapter.check(
                        call.name() + ".no-header",
                        "header missing -> " + Answers.INVALID_AUTHORIZATION,
                        "no header",
                        probe -> probe.expect(
                                Answers.INVALID_AUTHORIZATION, call.request().apply(probe)),
                        call.need())
                .check(
                        call.name() + ".unknown-key",
                        "no live credential for the api key -> " + Answers.KEY_NOT_FOUND,
                        "a well-formed header of a pair that nobody has",
                        Forging.refused(call, Answers.KEY_NOT_FOUND, OrderChecks::unknown),
                        call.need())
                .check(
                        call.name() + ".other-secret",
                        "signature does not match -> " + Answers.INVALID_SIGNATURE,
                        "a live key, signed by another secret",
                        Forging.refused(call, Answers.INVALID_SIGNATURE, OrderChecks::otherSecret),
                        call.need())
                .check(
                        call.name() + ".other-action",
                        "signature does not match -> " + Answers.INVALID_SIGNATURE,
                        "a live pair, signed for another action",
                        Forging.refused(call, Answers.INVALID_SIGNATURE, OrderChecks::otherAction),
                        call.need());
    }

    private static SignedParts unknown(CaaSession session, SignedCall call) throws IOException {
        return session.parts(call, Pair.UNKNOWN);
    }

    private static SignedParts otherSecret(CaaSession session, SignedCall call) throws IOException {
        return session.parts(call, session.pair().withSecretOf(Pair.UNKNOWN));
    }

    private static SignedParts otherAction(CaaSession session, SignedCall call) throws IOException {
        return session.parts(call.equals(SignedCall.LOGOUT) ? SignedCall.REFRESH_KEYS : SignedCall.LOGOUT);
    }
}
