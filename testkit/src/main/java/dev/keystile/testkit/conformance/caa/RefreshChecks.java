package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Refresh-keys and refresh-token: the presented pair dies and a new one lives. */
final class RefreshChecks {

    private static final int IN_A_ROW = 5;
    private static final int LONGER_THAN_ANY_BODY = 70_000;

    private final SignedCall call;
    private final Chapter chapter;

    private RefreshChecks(SignedCall call) {
        this.call = call;
        this.chapter = Chapter.of("Refresh", call.need());
    }

    static Chapter chapter(SignedCall call) {
        RefreshChecks checks = new RefreshChecks(call);
        checks.grants();
        checks.ignores();
        return checks.chapter;
    }

    private void grants() {
        check(
                "grant",
                "200 and a key grant, the expiry as " + String.join(" and ", call.expiryNames()),
                "a refresh: the members' order and types",
                session -> session.refresh(call));
        check(
                "new-pair",
                "the presented pair dies and the new pair lives",
                "a refresh: another key, another secret, the same user, no earlier expiry",
                this::newPair);
        check("chain", "the new pair lives", "five refreshes in a row, each by the pair of the last", this::inARow);
        check(
                "next-login",
                "REUSE: a login returns the live pair",
                "a refresh, then a login: the refresh's pair",
                this::nextLogin,
                Need.off(Trait.PAIR_PER_LOGIN));
    }

    private void ignores() {
        ignores(
                "multipart",
                "an empty multipart form, as the first seed has it",
                request -> request.header("Content-Type", "multipart/form-data; boundary=x")
                        .body("--x--\r\n".getBytes(UTF_8)));
        ignores(
                "form",
                "a form without fields, as the second seed has it",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .body(new byte[0]));
        ignores("no-json", "application/json that doesn't parse", request -> request.json("{"));
        ignores("chunked", "a body in chunks", request -> request.chunked("ignored".getBytes(UTF_8), 3));
        ignores("long", "a body of 70 000 bytes", request -> request.body(new byte[LONGER_THAN_ANY_BODY]));
    }

    private void newPair(CaaSession session) throws IOException {
        KeyGrant before = session.login();
        KeyGrant after = session.refresh(call);
        boolean fresh = !before.pair().apiKey().equals(after.pair().apiKey())
                && !before.pair().secretKey().equals(after.pair().secretKey());
        boolean sameUser = before.userId().equals(after.userId());
        boolean noEarlier = after.expiries().get(0) >= before.expiries().get(0);
        if (!fresh || !sameUser || !noEarlier) {
            throw new Discrepancy(
                    "a fresh pair of the same user, no earlier expiry",
                    "fresh: " + fresh + ", same user: " + sameUser + ", no earlier: " + noEarlier);
        }
    }

    private void inARow(CaaSession session) throws IOException {
        for (int i = 0; i < IN_A_ROW; i++) {
            session.refresh(call);
        }
    }

    private void nextLogin(CaaSession session) throws IOException {
        Pair refreshed = session.refresh(call).pair();
        if (!session.login().pair().isSameAs(refreshed)) {
            throw new Discrepancy("the refreshed pair", "another one");
        }
    }

    private void ignores(String id, String proof, UnaryOperator<WireRequest> body) {
        String clause = "the request's body and Content-Type are ignored";
        check("ignores." + id, clause, proof, session -> session.admit(call, body.apply(session.signed(call))));
    }

    private void check(String id, String clause, String proof, SessionProof body, Need... more) {
        chapter.check(call.name() + "." + id, clause, proof, SessionProof.of(body), more);
    }
}
