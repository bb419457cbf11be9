package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an exchange hands out, by whichever way it is asked for. */
final class ExchangeChecks {

    private static final int IN_A_ROW = 5;
    private static final int A_FEW_BYTES = 4;
    private static final List<String> KEPT = List.of("sub", "iss", "aud", "uid", "fam", "lat");

    private final Exchange exchange;
    private final Chapter chapter;

    private ExchangeChecks(Exchange exchange) {
        this.exchange = exchange;
        this.chapter = Chapter.of("Token exchange", exchange.need());
    }

    static Chapter chapter(Exchange exchange) {
        ExchangeChecks checks = new ExchangeChecks(exchange);
        checks.check(
                "grant",
                "the next token, in the contract's shape",
                "an exchange: status and whole shape",
                session -> session.exchange(exchange));
        checks.check("chain", "the next token lives", "five exchanges in a row", checks::inARow);
        checks.check(
                "claims",
                "jti and exp are new; who the user is, iss, fam and lat stay, and iat in the /tokens dialect",
                "a token beside its successor",
                checks::claims);
        checks.check(
                "length",
                "iss stays what the server is configured with, so no token grows by its predecessors",
                "a token beside its fifth successor: four bytes longer at most",
                checks::length);
        return checks.chapter;
    }

    private void inARow(TokenSession session) throws IOException {
        for (int i = 0; i < IN_A_ROW; i++) {
            session.exchange(exchange);
        }
    }

    private void claims(TokenSession session) throws IOException {
        TokenText before = session.token();
        TokenText after = session.exchange(exchange);
        if (before.string("jti").equals(after.string("jti")) || after.number("exp") < before.number("exp")) {
            throw new Discrepancy("a new jti and no earlier exp", "the old jti, or an earlier exp");
        }
        for (String claim : kept()) {
            if (!before.claims()
                    .members()
                    .getOrDefault(claim, "none")
                    .equals(after.claims().members().getOrDefault(claim, "none"))) {
                throw new Discrepancy(claim + " as it was", "another one");
            }
        }
    }

    private List<String> kept() {
        List<String> kept = new ArrayList<>(KEPT);
        if (exchange.dialect() == Dialect.TOKENS) {
            kept.add("iat");
        }
        return kept;
    }

    private void length(TokenSession session) throws IOException {
        int before = session.token().text().length();
        inARow(session);
        int after = session.token().text().length();
        if (after > before + A_FEW_BYTES) {
            throw new Discrepancy("about " + before + " characters", after + " characters");
        }
    }

    private void check(String id, String clause, String proof, SessionProof body) {
        chapter.check(exchange.name() + "." + id, clause, proof, body.on(exchange));
    }
}
