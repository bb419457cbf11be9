package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tokens that are signed with the server's own secret and must not be exchanged all the same. Times are off by an hour and more,
 * so that no leeway matters.
 */
final class ForgeryChecks {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long TEN_YEARS = Duration.ofDays(3650).toSeconds();

    private final Exchange exchange;
    private final Chapter chapter;

    private ForgeryChecks(Exchange exchange) {
        this.exchange = exchange;
        this.chapter =
                Chapter.of("Token exchange", exchange.need(), exchange.dialect().secret());
    }

    static Chapter chapter(Exchange exchange) {
        ForgeryChecks checks = new ForgeryChecks(exchange);
        checks.control();
        checks.headers();
        checks.times();
        checks.identities();
        checks.payloads();
        return checks.chapter;
    }

    private void control() {
        chapter.check(
                exchange.name() + ".forged.control",
                "a token of the server's secret and rules is a token",
                "a live token's claims under a jti of our own, so that what follows differs in one thing",
                probe -> {
                    TokenSession session = TokenSession.of(probe, exchange);
                    session.exchange(exchange, session.forgery().signed(session.facts()));
                });
    }

    private void headers() {
        header("alg-lower", "alg hs256", "{\"alg\":\"hs256\",\"typ\":\"JWT\"}");
        header("alg-missing", "no alg", "{\"typ\":\"JWT\"}");
        header("alg-rs256", "alg RS256, signed by HMAC", "{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        header(
                "crit",
                "crit with a name that nobody knows",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"crit\":[\"x\"],\"x\":1}");
        header("crit-empty", "an empty crit", "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"crit\":[]}");
        header("typ", "typ at+jwt", "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}");
        header("alg-twice", "alg twice", "{\"alg\":\"HS256\",\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        forged("hs384", "HS384 by the same secret", session -> {
            Forgery forgery = session.forgery().header("{\"alg\":\"HS384\",\"typ\":\"JWT\"}");
            return forgery.signed("HmacSHA384", session.facts().secret(), forgery.payload());
        });
    }

    private void times() {
        claim("exp-missing", "no exp", (session, forgery) -> forgery.without("exp"));
        claim("exp-null", "exp null", (session, forgery) -> forgery.with("exp", null));
        claim(
                "exp-text",
                "exp as a string",
                (session, forgery) -> forgery.with("exp", Long.toString(session.now() + HOUR)));
        claim("exp-too-far", "exp in ten years", (session, forgery) -> forgery.with("exp", session.now() + TEN_YEARS));
        claim("iat-ahead", "iat in an hour", (session, forgery) -> forgery.with("iat", session.now() + HOUR));
        claim("nbf-ahead", "nbf in an hour", (session, forgery) -> forgery.with("nbf", session.now() + HOUR));
    }

    private void identities() {
        claim("iss-other", "another iss", (session, forgery) -> forgery.with("iss", "https://other.example.com"));
        claim("iss-missing", "no iss", (session, forgery) -> forgery.without("iss"));
        claim("sub-missing", "no sub", (session, forgery) -> forgery.without("sub"));
        claim("sub-null", "sub null", (session, forgery) -> forgery.with("sub", null));
        claim("jti-missing", "no jti", (session, forgery) -> forgery.without("jti"));
        claim("jti-empty", "an empty jti", (session, forgery) -> forgery.with("jti", ""));
        claim("jti-number", "jti as a number", (session, forgery) -> forgery.with("jti", 1));
        claim("aud-list", "aud with two values", (session, forgery) -> forgery.with("aud", List.of("a", "b")));
        claim("aud-other", "another aud", (session, forgery) -> forgery.with("aud", "somebody else"));
    }

    private void payloads() {
        payload("bom", "a byte order mark before the claims", claims -> "\uFEFF" + claims);
        payload("exp-twice", "exp twice", claims -> claims.replaceFirst("\"exp\":", "\"exp\":1,\"exp\":"));
        payload("array", "the claims in an array", claims -> "[" + claims + "]");
        payload("trailing", "a letter behind the claims", claims -> claims + "x");
    }

    private void header(String id, String proof, String json) {
        claim(id, proof, (session, forgery) -> forgery.header(json));
    }

    private void claim(String id, String proof, Changing changing) {
        forged(id, proof, session -> changing.apply(session, session.forgery()).signed(session.facts()));
    }

    private void payload(String id, String proof, UnaryOperator<String> spoil) {
        forged(id, proof, session -> {
            Forgery forgery = session.forgery();
            return forgery.signed(session.facts(), spoil.apply(forgery.payload()));
        });
    }

    private void forged(String id, String proof, Making making) {
        chapter.check(
                exchange.name() + ".forged." + id,
                "malformed, forged or out of its time -> " + exchange.dialect().refusal(),
                proof,
                probe -> {
                    TokenSession session = TokenSession.of(probe, exchange);
                    session.refuse(exchange, making.token(session));
                });
    }

    /** Makes a token. */
    @FunctionalInterface
    private interface Making {
        String token(TokenSession session) throws IOException;
    }

    /** Changes a token that would be right. */
    @FunctionalInterface
    private interface Changing {
        Forgery apply(TokenSession session, Forgery forgery) throws IOException;
    }
}
