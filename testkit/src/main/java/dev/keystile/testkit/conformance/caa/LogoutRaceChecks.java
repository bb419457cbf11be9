package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.AtOnce;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.List;

/** A refresh and a logout of one pair at once. */
final class LogoutRaceChecks {

    private static final int ROUNDS = 8;

    private LogoutRaceChecks() {}

    static Chapter chapter(SignedCall refresh) {
        return Chapter.of("Logout", refresh.need(), SignedCall.LOGOUT.need())
                .check(
                        "logout.race." + refresh.name(),
                        "one of a refresh and a logout comes first; once the logout was granted, nothing of the login lives",
                        "both at once, 8 rounds: after a granted logout, the refreshed pair is dead too (R11)",
                        probe -> race(probe, refresh));
    }

    private static void race(Probe probe, SignedCall refresh) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            CaaSession session = CaaSession.of(probe);
            List<WireResponse> answers =
                    AtOnce.send(probe, List.of(session.signed(refresh), session.signed(SignedCall.LOGOUT)));
            session.lose();
            judge(session, refresh, answers.get(0), answers.get(1));
        }
    }

    private static void judge(CaaSession session, SignedCall refresh, WireResponse refreshed, WireResponse loggedOut)
            throws IOException {
        boolean isRefreshed = !Answers.KEY_NOT_FOUND.matches(refreshed);
        boolean isLoggedOut = !Answers.KEY_NOT_FOUND.matches(loggedOut);
        if (!isRefreshed && !isLoggedOut) {
            throw new Discrepancy("one of them granted", "404 for both");
        }
        if (isLoggedOut) {
            Answers.OK.require(loggedOut);
        }
        if (isRefreshed) {
            judgeSuccessor(
                    session,
                    refresh,
                    KeyGrant.in(refreshed, refresh.expiryNames()).pair(),
                    isLoggedOut);
        }
    }

    private static void judgeSuccessor(CaaSession session, SignedCall refresh, Pair successor, boolean isLoggedOut)
            throws IOException {
        String header = session.header(refresh, successor);
        if (isLoggedOut) {
            session.expect(Answers.KEY_NOT_FOUND, refresh, header);
        } else {
            session.admit(refresh, header);
        }
    }
}
