package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import java.io.IOException;

/** What a pair is worth once a refresh has spent it, with a grace window and without. */
final class SpentPairChecks {

    private static final String DEAD = "the presented pair dies -> " + Answers.KEY_NOT_FOUND;

    private final SignedCall refresh;
    private final Chapter chapter;

    private SpentPairChecks(SignedCall refresh) {
        this.refresh = refresh;
        this.chapter = Chapter.of("Refresh", refresh.need());
    }

    static Chapter chapter(SignedCall refresh) {
        SpentPairChecks checks = new SpentPairChecks(refresh);
        checks.deaths();
        checks.elsewhere();
        checks.grace();
        checks.graceOver();
        return checks.chapter;
    }

    private void deaths() {
        check(
                "at-refresh",
                DEAD,
                "the old pair, signed anew (C35, R02)",
                (session, spent) -> dead(session, refresh, spent),
                Need.NO_GRACE);
        check(
                "replayed",
                DEAD,
                "the very header that won, once more (S20)",
                (session, spent) -> {
                    String header = session.header(refresh);
                    session.admit(refresh, header);
                    session.expect(Answers.KEY_NOT_FOUND, refresh, header);
                },
                Need.NO_GRACE);
        check(
                "wrong-signature",
                "a wrong signature of a spent pair is 404 like any dead key",
                "the old key, signed by another secret",
                (session, spent) -> dead(
                        session,
                        refresh,
                        new Pair(spent.apiKey(), session.pair().secretKey())));
        check(
                "successor",
                "a spent pair that comes back harms nobody (unless reuse detection is on, and 60 s later)",
                "the old pair, then the new one",
                (session, spent) -> {
                    Pair successor = session.pair();
                    session.send(refresh, session.header(refresh, spent));
                    session.admit(refresh, session.header(refresh, successor));
                });
    }

    private void elsewhere() {
        for (SignedCall call : SignedCall.all()) {
            if (!call.grants()) {
                check(
                        "at-" + call.name(),
                        "the spent pair works nowhere else -> " + Answers.KEY_NOT_FOUND,
                        "the old pair at " + call.name(),
                        (session, spent) -> dead(session, call, spent),
                        call.need());
            }
        }
    }

    private void grace() {
        String clause = "inside the grace window, with a valid signature of the spent pair: the winner's new pair";
        check(
                "grace",
                clause,
                "the old pair once more: the same new pair",
                (session, spent) -> {
                    Pair successor = session.pair();
                    session.admit(refresh, session.header(refresh, spent));
                    requireSame(successor, session.pair());
                },
                Need.GRACE);
        check(
                "grace.twice",
                clause,
                "the old pair twice more: the same new pair",
                (session, spent) -> {
                    Pair successor = session.pair();
                    session.admit(refresh, session.header(refresh, spent));
                    session.admit(refresh, session.header(refresh, spent));
                    requireSame(successor, session.pair());
                },
                Need.GRACE);
    }

    private void graceOver() {
        String clause = "grace ends early when the new pair is itself exchanged or revoked -> " + Answers.KEY_NOT_FOUND;
        check(
                "grace.exchanged",
                clause,
                "the old pair, after the new one was refreshed (R10)",
                (session, spent) -> {
                    session.refresh(refresh);
                    dead(session, refresh, spent);
                },
                Need.GRACE);
        check(
                "grace.revoked",
                clause,
                "the old pair, after the new one was logged out (R04)",
                (session, spent) -> {
                    session.logout();
                    dead(session, refresh, spent);
                },
                Need.GRACE,
                SignedCall.LOGOUT.need());
    }

    private void check(String id, String clause, String proof, SpentPairProof body, Need... more) {
        chapter.check(
                refresh.name() + ".spent." + id,
                clause,
                proof,
                probe -> {
                    CaaSession session = CaaSession.of(probe);
                    Pair spent = session.pair();
                    session.refresh(refresh);
                    body.run(session, spent);
                },
                more);
    }

    private static void dead(CaaSession session, SignedCall call, Pair pair) throws IOException {
        session.expect(Answers.KEY_NOT_FOUND, call, session.header(call, pair));
    }

    private static void requireSame(Pair successor, Pair given) {
        if (!given.isSameAs(successor)) {
            throw new Discrepancy("the winner's new pair", "another one");
        }
    }

    /** What is done once {@code spent} is spent and the session has its successor. */
    @FunctionalInterface
    private interface SpentPairProof {
        void run(CaaSession session, Pair spent) throws IOException;
    }
}
