package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.TokenFacts;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The active user's login to one dialect, shared by the checks of a run so that few of them have to wait for a password. */
final class TokenSession {

    private final Probe probe;
    private final Dialect dialect;
    private final Map<Dialect, TokenText> live;

    private TokenSession(Probe probe, Dialect dialect, Map<Dialect, TokenText> live) {
        this.probe = probe;
        this.dialect = dialect;
        this.live = live;
    }

    static TokenSession of(Probe probe, Dialect dialect) {
        return new TokenSession(probe, dialect, probe.shared(LiveTokens.class, run -> new LiveTokens()).byDialect);
    }

    static TokenSession of(Probe probe, Exchange exchange) {
        return of(probe, exchange.dialect());
    }

    /** A token that is alive: the known one, or that of a login. */
    TokenText token() throws IOException {
        TokenText known = live.get(dialect);
        return known == null ? login() : known;
    }

    /** Logs in, whether or not a token is known. */
    TokenText login() throws IOException {
        WireRequest request = probe.at(dialect.login())
                .json(dialect.loginOf(probe.target().user()).text());
        WireResponse response = probe.send(request);
        TokenText token = dialect.login(probe.target(), response);
        probe.answers().note(request, response);
        return adopt(token);
    }

    /** Exchanges the live token by {@code exchange}, and takes the next. */
    TokenText exchange(Exchange exchange) throws IOException {
        return exchange(exchange, token().text());
    }

    /** Exchanges {@code token} by {@code exchange}, and takes the next. */
    TokenText exchange(Exchange exchange, String token) throws IOException {
        return exchange(exchange.request().apply(probe, token));
    }

    /** Sends {@code request}, which must exchange a token, and takes the next. */
    TokenText exchange(WireRequest request) throws IOException {
        WireResponse response = probe.send(request);
        TokenText next = dialect.exchange(probe.target(), response);
        probe.answers().note(request, response);
        return adopt(next);
    }

    TokenText adopt(TokenText token) {
        live.put(dialect, token);
        return token;
    }

    /** Forgets the live token, which is dead or unknown. */
    void lose() {
        live.remove(dialect);
    }

    /** Sends {@code token} by {@code exchange}, which must be refused. */
    void refuse(Exchange exchange, String token) throws IOException {
        expect(dialect.refusal(), exchange, token);
    }

    void expect(Answer answer, Exchange exchange, String token) throws IOException {
        probe.expect(answer, exchange.request().apply(probe, token));
    }

    /** A token of our making that says what the live one says, under an id of its own. */
    Forgery forgery() throws IOException {
        return Forgery.of(token()).with("jti", Forgery.freshId());
    }

    TokenFacts facts() {
        return dialect.facts(probe.target()).orElseThrow();
    }

    /** The server's clock when the live token was made, in seconds, told from its expiry. */
    long now() throws IOException {
        return token().number("exp") - dialect.lifetime(probe.target()).toSeconds();
    }

    /** The live token of each dialect. */
    private static final class LiveTokens {
        private final Map<Dialect, TokenText> byDialect = new EnumMap<>(Dialect.class);
    }
}
