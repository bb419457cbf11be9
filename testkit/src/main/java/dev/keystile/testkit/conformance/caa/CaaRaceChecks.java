package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.probe.AtOnce;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Requests that arrive together. */
final class CaaRaceChecks {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 8;

    private CaaRaceChecks() {}

    static Chapter chapter(SignedCall refresh) {
        return Chapter.of("Refresh", refresh.need())
                .check(
                        refresh.name() + ".race",
                        "of any number of concurrent refreshes with one pair exactly one wins; the rest get "
                                + Answers.KEY_NOT_FOUND,
                        "32 at once, 8 rounds: one 200, 31 times 404 (R01, R14)",
                        probe -> race(probe, refresh),
                        Need.NO_GRACE)
                .check(
                        refresh.name() + ".race.login",
                        "exactly one wins",
                        "32 at once, then a login: the winner's pair",
                        probe -> raceThenLogin(probe, refresh),
                        Need.NO_GRACE,
                        Need.off(Trait.PAIR_PER_LOGIN))
                .check(
                        refresh.name() + ".race.grace",
                        "inside the grace window the losers get the winner's new pair",
                        "32 at once, 8 rounds: 32 times 200 with one pair",
                        probe -> raceInGrace(probe, refresh),
                        Need.GRACE);
    }

    private static void race(Probe probe, SignedCall refresh) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            oneWinner(probe, refresh);
        }
    }

    private static void raceThenLogin(Probe probe, SignedCall refresh) throws IOException {
        Pair winner = oneWinner(probe, refresh);
        if (!CaaSession.of(probe).login().pair().isSameAs(winner)) {
            throw new Discrepancy("the winner's pair at the next login", "another one");
        }
    }

    private static Pair oneWinner(Probe probe, SignedCall refresh) throws IOException {
        CaaSession session = CaaSession.of(probe);
        List<KeyGrant> grants = new ArrayList<>();
        for (WireResponse answer : atOnce(probe, refresh)) {
            if (answer.status() == 200) {
                grants.add(KeyGrant.in(answer, refresh.expiryNames()));
            } else {
                Answers.KEY_NOT_FOUND.require(answer);
            }
        }
        if (grants.size() != 1) {
            throw new Discrepancy("one 200 of " + CALLERS, grants.size() + " times 200");
        }
        return session.adopt(grants.get(0)).pair();
    }

    private static void raceInGrace(Probe probe, SignedCall refresh) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<WireResponse> answers = atOnce(probe, refresh);
            Pair winner = CaaSession.of(probe)
                    .adopt(KeyGrant.in(answers.get(0), refresh.expiryNames()))
                    .pair();
            for (WireResponse answer : answers) {
                if (!KeyGrant.in(answer, refresh.expiryNames()).pair().isSameAs(winner)) {
                    throw new Discrepancy("one new pair for all", "two different ones");
                }
            }
        }
    }

    private static List<WireResponse> atOnce(Probe probe, SignedCall refresh) throws IOException {
        List<WireRequest> requests = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            requests.add(CaaSession.of(probe).signed(refresh));
        }
        return AtOnce.send(probe, requests);
    }
}
