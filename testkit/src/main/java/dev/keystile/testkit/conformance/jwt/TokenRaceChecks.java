package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.AtOnce;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Exchanges that arrive together. */
final class TokenRaceChecks {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 8;

    private final Exchange exchange;

    private TokenRaceChecks(Exchange exchange) {
        this.exchange = exchange;
    }

    static Chapter chapter(Exchange exchange) {
        TokenRaceChecks checks = new TokenRaceChecks(exchange);
        return Chapter.of("Token exchange", exchange.need())
                .check(
                        exchange.name() + ".race",
                        "one exchange wins, the rest get " + exchange.dialect().refusal(),
                        "32 at once, 8 rounds: one success, 31 refusals; the winner's token lives",
                        checks::race,
                        Need.NO_GRACE)
                .check(
                        exchange.name() + ".race.grace",
                        "inside the grace window the losers get the winner's successor, the identical one",
                        "32 at once, 8 rounds: 32 successes with one token",
                        checks::raceInGrace,
                        Need.GRACE);
    }

    private void race(Probe probe) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<TokenText> winners = new ArrayList<>();
            for (WireResponse answer : atOnce(probe)) {
                if (!exchange.dialect().refusal().matches(answer)) {
                    winners.add(exchange.dialect().exchange(probe.target(), answer));
                }
            }
            if (winners.size() != 1) {
                throw new Discrepancy("one success of " + CALLERS, winners.size() + " successes");
            }
            TokenSession.of(probe, exchange).adopt(winners.get(0));
        }
    }

    private void raceInGrace(Probe probe) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> tokens = new ArrayList<>();
            for (WireResponse answer : atOnce(probe)) {
                TokenText next = exchange.dialect().exchange(probe.target(), answer);
                tokens.add(TokenSession.of(probe, exchange).adopt(next).text());
            }
            if (tokens.stream().distinct().count() != 1) {
                throw new Discrepancy("one new token for all", "different ones");
            }
        }
    }

    private List<WireResponse> atOnce(Probe probe) throws IOException {
        String token = TokenSession.of(probe, exchange).token().text();
        WireRequest request = exchange.request().apply(probe, token);
        return AtOnce.send(probe, Collections.nCopies(CALLERS, request));
    }
}
