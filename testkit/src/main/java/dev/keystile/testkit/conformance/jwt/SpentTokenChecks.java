package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import java.io.IOException;

/** What a token is worth once an exchange has spent it, with a grace window and without. */
final class SpentTokenChecks {

    private final Exchange exchange;
    private final Chapter chapter;

    private SpentTokenChecks(Exchange exchange) {
        this.exchange = exchange;
        this.chapter = Chapter.of("Token exchange", exchange.need());
    }

    static Chapter chapter(Exchange exchange) {
        SpentTokenChecks checks = new SpentTokenChecks(exchange);
        checks.deaths();
        checks.grace();
        return checks.chapter;
    }

    private void deaths() {
        for (Exchange other : Exchange.all()) {
            if (other.dialect() == exchange.dialect()) {
                check(
                        "at-" + other.name(),
                        "the exchanged token is revoked at once -> "
                                + exchange.dialect().refusal(),
                        "the old token at " + other.name() + " (R17)",
                        (session, spent) -> session.refuse(other, spent.text()),
                        Need.NO_GRACE,
                        other.need());
            }
        }
    }

    private void grace() {
        check(
                "grace",
                "inside the grace window the winner's successor, the identical one",
                "the old token twice more",
                (session, spent) -> {
                    TokenText successor = session.token();
                    for (int i = 0; i < 2; i++) {
                        requireSame(successor, session.exchange(exchange, spent.text()));
                    }
                },
                Need.GRACE);
        check(
                "grace.exchanged",
                "grace ends early when the new token is itself exchanged -> "
                        + exchange.dialect().refusal(),
                "the old token, after the new one was exchanged (R10)",
                (session, spent) -> {
                    session.exchange(exchange);
                    session.refuse(exchange, spent.text());
                },
                Need.GRACE);
    }

    private void check(String id, String clause, String proof, SpentTokenProof body, Need... more) {
        chapter.check(
                exchange.name() + ".spent." + id,
                clause,
                proof,
                probe -> {
                    TokenSession session = TokenSession.of(probe, exchange);
                    TokenText spent = session.token();
                    session.exchange(exchange);
                    body.run(session, spent);
                },
                more);
    }

    private static void requireSame(TokenText successor, TokenText given) {
        if (!given.text().equals(successor.text())) {
            throw new Discrepancy("the winner's successor", "another token");
        }
    }

    /** What is done once {@code spent} is spent and the session has its successor. */
    @FunctionalInterface
    private interface SpentTokenProof {
        void run(TokenSession session, TokenText spent) throws IOException;
    }
}
