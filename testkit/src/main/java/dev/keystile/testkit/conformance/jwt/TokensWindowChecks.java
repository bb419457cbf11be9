package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import java.io.IOException;
import java.time.Duration;

/** The refresh window of the {@code /tokens} dialect, tried ten minutes off its edges, and tokens of other makes. */
final class TokensWindowChecks {

    private static final String WINDOW = "exchanged while now < iat + refresh_ttl, also after its own exp";
    private static final String OVER = "past its window -> " + Answers.INVALID_TOKEN;
    private static final String FOREIGN = "a foreign token without fam and lat counts as fam = jti, lat = iat * 1000";
    private static final long OFF_THE_EDGE = Duration.ofMinutes(10).toSeconds();
    private static final long MILLIS = 1000;

    private final Exchange exchange;

    private TokensWindowChecks(Exchange exchange) {
        this.exchange = exchange;
    }

    static Chapter chapter(Exchange exchange) {
        TokensWindowChecks checks = new TokensWindowChecks(exchange);
        return Chapter.of("The /tokens dialect", exchange.need(), Need.TOKENS_SECRET)
                .check(exchange.name() + ".window.after-exp", WINDOW, "ten minutes after its exp", checks::afterExpiry)
                .check(
                        exchange.name() + ".window.end",
                        WINDOW,
                        "ten minutes before its window ends",
                        checks::beforeTheEnd)
                .check(
                        exchange.name() + ".window.over",
                        OVER,
                        "ten minutes after its window ended (R16)",
                        checks::afterTheEnd)
                .check(
                        exchange.name() + ".window.over-alive",
                        OVER,
                        "ten minutes after its window ended, its exp still ahead",
                        checks::afterTheEndAlive)
                .check(
                        exchange.name() + ".foreign",
                        FOREIGN,
                        "a token without them: its successor has them",
                        checks::foreign)
                .check(
                        exchange.name() + ".text-subject",
                        "sub as a number or a string, both are accepted on the way in",
                        "a token whose sub is a string",
                        checks::textSubject)
                .check(
                        exchange.name() + ".unknown-user",
                        "its user is gone -> " + Answers.INVALID_TOKEN,
                        "a token of a user that nobody knows",
                        checks::unknownUser)
                .check(
                        exchange.name() + ".numeric-subjects",
                        "a numeric sub is canonical and up to 2^53-1 -> " + Answers.INVALID_TOKEN,
                        "2^53, a negative one and a fraction",
                        checks::oddSubjects);
    }

    private void afterExpiry(Probe probe) throws IOException {
        long lifetime = probe.target().tokenLifetime().toSeconds();
        exchange(probe, issued(probe, lifetime + OFF_THE_EDGE));
    }

    private void beforeTheEnd(Probe probe) throws IOException {
        exchange(probe, issued(probe, window(probe) - OFF_THE_EDGE));
        TokenSession.of(probe, exchange).lose(); // its window ends soon
    }

    private void afterTheEnd(Probe probe) throws IOException {
        refuse(probe, issued(probe, window(probe) + OFF_THE_EDGE));
    }

    private void afterTheEndAlive(Probe probe) throws IOException {
        long alive = TokenSession.of(probe, exchange).now() + OFF_THE_EDGE;
        refuse(probe, issued(probe, window(probe) + OFF_THE_EDGE).with("exp", alive));
    }

    private void foreign(Probe probe) throws IOException {
        String id = Forgery.freshId();
        Forgery forgery = TokenSession.of(probe, exchange).forgery().with("jti", id);
        TokenText successor = exchange(probe, forgery.without("fam").without("lat"));
        if (successor.number("lat") != successor.number("iat") * MILLIS
                || !successor.string("fam").equals(id)) {
            throw new Discrepancy("fam = the foreign jti, lat = iat * 1000", "something else");
        }
    }

    private void textSubject(Probe probe) throws IOException {
        Forgery forgery = TokenSession.of(probe, exchange).forgery();
        Object subject =
                TokenSession.of(probe, exchange).token().claims().members().getOrDefault("sub", "");
        exchange(probe, forgery.with("sub", String.valueOf(subject)));
    }

    private void unknownUser(Probe probe) throws IOException {
        refuse(probe, TokenSession.of(probe, exchange).forgery().with("sub", 987_654_321));
    }

    private void oddSubjects(Probe probe) throws IOException {
        Forgery forgery = TokenSession.of(probe, exchange).forgery();
        refuse(probe, forgery.with("sub", 1L << 53));
        refuse(probe, forgery.with("sub", -1));
        refuse(probe, forgery.with("sub", 1.5));
    }

    /** A token that was issued {@code seconds} ago, with the exp that it got then. */
    private Forgery issued(Probe probe, long seconds) throws IOException {
        TokenSession session = TokenSession.of(probe, exchange);
        long then = session.now() - seconds;
        return session.forgery()
                .with("iat", then)
                .with("nbf", then)
                .with("lat", then * MILLIS)
                .with("exp", then + probe.target().tokenLifetime().toSeconds());
    }

    private TokenText exchange(Probe probe, Forgery forgery) throws IOException {
        TokenSession session = TokenSession.of(probe, exchange);
        return session.exchange(exchange, forgery.signed(session.facts()));
    }

    private void refuse(Probe probe, Forgery forgery) throws IOException {
        TokenSession session = TokenSession.of(probe, exchange);
        session.refuse(exchange, forgery.signed(session.facts()));
    }

    private static long window(Probe probe) {
        return probe.target().tokenRefreshWindow().toSeconds();
    }
}
