package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import java.io.IOException;

/** What depends on more than the request: the user's state and the replay guard. */
final class UserStateChecks {

    private static final String GONE = "the credential's user no longer exists or is disabled -> "
            + Answers.USER_NOT_FOUND + " and the pair is revoked";
    private static final String REPLAY = "replay: the same api key and signature seen before within the window";

    private UserStateChecks() {}

    static Chapter chapter() {
        return Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED)
                .check(
                        "caa.user.disabled",
                        GONE,
                        "a right header of a user who is disabled, then again once the user is enabled (C34)",
                        UserStateChecks::disabled,
                        Need.USER_SWITCH)
                .check(
                        "caa.user.signature-first",
                        "order of checks: a wrong signature before a disabled user",
                        "a wrong signature of a user who is disabled",
                        UserStateChecks::signatureFirst,
                        Need.USER_SWITCH)
                .check(
                        "caa.replay.off",
                        "the replay guard is off by default",
                        "the same header twice at the protected endpoint (S19)",
                        UserStateChecks::replayed,
                        Need.off(Trait.REPLAY_GUARD),
                        Need.PROTECTED_ENDPOINT)
                .check(
                        "caa.replay.on",
                        REPLAY + " -> " + Answers.INVALID_SIGNATURE,
                        "the same header twice at the protected endpoint (S19)",
                        UserStateChecks::replayRefused,
                        Need.on(Trait.REPLAY_GUARD),
                        Need.PROTECTED_ENDPOINT);
    }

    private static void disabled(Probe probe) throws IOException {
        SignedCall call = CaaSession.of(probe).gate();
        CaaSession session = CaaSession.of(probe);
        String header = session.header(call);
        probe.whileDisabled(() -> session.expect(Answers.USER_NOT_FOUND, call, header));
        session.expect(Answers.KEY_NOT_FOUND, call, session.header(call));
        session.lose();
    }

    private static void signatureFirst(Probe probe) throws IOException {
        SignedCall call = CaaSession.of(probe).gate();
        CaaSession session = CaaSession.of(probe);
        String header = session.parts(call).withSignature(new byte[20]).header();
        probe.whileDisabled(() -> session.expect(Answers.INVALID_SIGNATURE, call, header));
    }

    private static void replayed(Probe probe) throws IOException {
        CaaSession session = CaaSession.of(probe);
        String header = session.header(SignedCall.PROTECTED);
        session.admit(SignedCall.PROTECTED, header);
        session.admit(SignedCall.PROTECTED, header);
    }

    private static void replayRefused(Probe probe) throws IOException {
        CaaSession session = CaaSession.of(probe);
        String header = session.header(SignedCall.PROTECTED);
        session.admit(SignedCall.PROTECTED, header);
        session.expect(Answers.INVALID_SIGNATURE, SignedCall.PROTECTED, header);
    }
}
