package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import java.io.IOException;

/** Tokens of the other kind, and users who were disabled. */
final class KindChecks {

    private final Exchange exchange;
    private final Dialect other;

    private KindChecks(Exchange exchange) {
        this.exchange = exchange;
        this.other = exchange.dialect() == Dialect.TOKENS ? Dialect.BEARER : Dialect.TOKENS;
    }

    static Chapter chapter(Exchange exchange) {
        KindChecks checks = new KindChecks(exchange);
        return Chapter.of("Token exchange", exchange.need())
                .check(
                        exchange.name() + ".other-kind",
                        "a token of the other kind -> " + exchange.dialect().refusal(),
                        "a live token of the other dialect (R07, R08)",
                        checks::otherKind,
                        Need.mounted(checks.other.login()))
                .check(
                        exchange.name() + ".disabled",
                        "a disabled user can't exchange -> " + checks.whileDisabled(),
                        "a live token while its user is disabled",
                        checks::disabled,
                        Need.USER_SWITCH);
    }

    /** What is particular to 4b. */
    static Chapter more() {
        return Chapter.of("Token exchange")
                .check(
                        "tokens.refresh.disabled.unspent",
                        "disabled user at an exchange: the token stays unspent",
                        "a token that was refused while its user was disabled, once the user is enabled",
                        KindChecks::unspent,
                        Exchange.BY_PATH.need(),
                        Need.USER_SWITCH);
    }

    private void otherKind(Probe probe) throws IOException {
        TokenText token = TokenSession.of(probe, other).token();
        TokenSession.of(probe, exchange).refuse(exchange, token.text());
    }

    private void disabled(Probe probe) throws IOException {
        TokenSession session = TokenSession.of(probe, exchange);
        String token = session.token().text();
        probe.whileDisabled(() -> session.expect(whileDisabled(), exchange, token));
        session.lose();
    }

    private Answer whileDisabled() {
        return exchange.dialect() == Dialect.TOKENS
                ? Answers.DISABLED
                : exchange.dialect().refusal();
    }

    private static void unspent(Probe probe) throws IOException {
        TokenSession session = TokenSession.of(probe, Exchange.BY_PATH);
        String token = session.token().text();
        probe.whileDisabled(() -> session.expect(Answers.DISABLED, Exchange.BY_PATH, token));
        session.exchange(Exchange.BY_PATH, token);
    }
}
