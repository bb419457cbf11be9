package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import java.io.IOException;

/** The logout, and requests that must leave a pair as it was. */
final class LogoutChecks {

    private LogoutChecks() {}

    static Chapter chapter() {
        Chapter chapter = Chapter.of("Logout", SignedCall.LOGOUT.need())
                .check(
                        "logout.answer",
                        "DELETE /api/user/logout, action user:logout -> " + Answers.OK,
                        "a logout",
                        SessionProof.of(CaaSession::logout))
                .check(
                        "logout.next-login",
                        "a login after a logout makes a new pair",
                        "a logout, then a login: another pair",
                        SessionProof.of(LogoutChecks::nextLogin));
        for (SignedCall call : SignedCall.all()) {
            chapter.check(
                    "logout.then." + call.name(),
                    "no live credential for the api key (logged out) -> " + Answers.KEY_NOT_FOUND,
                    "a logout, then the pair at " + call.name(),
                    SessionProof.of(session -> thenDead(session, call)),
                    call.need());
        }
        return chapter;
    }

    private static void nextLogin(CaaSession session) throws IOException {
        Pair before = session.pair();
        session.logout();
        if (session.login().pair().isSameAs(before)) {
            throw new Discrepancy("another pair", "the one that was logged out");
        }
    }

    private static void thenDead(CaaSession session, SignedCall call) throws IOException {
        Pair pair = session.pair();
        session.logout();
        session.expect(Answers.KEY_NOT_FOUND, call, session.header(call, pair));
    }
}
