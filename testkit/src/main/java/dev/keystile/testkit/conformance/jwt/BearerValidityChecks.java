package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Need;
import java.io.IOException;
import java.time.Duration;

/** Tokens that the Bearer dialect refuses and the {@code /tokens} dialect might not. */
final class BearerValidityChecks {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long MILLIS = 1000;

    private final Chapter chapter = Chapter.of("The Bearer dialect", Exchange.BEARER.need(), Need.BEARER_SECRET);

    private BearerValidityChecks() {}

    static Chapter chapter() {
        BearerValidityChecks checks = new BearerValidityChecks();
        checks.refuse("expired", "an hour after its exp", BearerValidityChecks::expired);
        checks.refuse("no-aud", "no aud", session -> session.forgery().without("aud"));
        checks.refuse("aud-null", "aud null", session -> session.forgery().with("aud", null));
        checks.refuse(
                "aud-prefix",
                "the aud with a letter behind it",
                session -> session.forgery().with("aud", session.token().string("aud") + "x"));
        checks.refuse(
                "aud-capitals",
                "the aud in other capitals",
                session -> session.forgery()
                        .with("aud", otherCapitals(session.token().string("aud"))));
        checks.refuse(
                "unknown-user",
                "a user that nobody knows",
                session -> session.forgery().with("sub", "nobody").with("uid", "987654321"));
        return checks.chapter;
    }

    private void refuse(String id, String proof, Forging forging) {
        chapter.check(
                "bearer.refresh.invalid." + id,
                "only a valid, unexpired token of this audience and of a known user -> " + Answers.BEARER_REVOKED,
                proof,
                probe -> {
                    TokenSession session = TokenSession.of(probe, Dialect.BEARER);
                    session.refuse(Exchange.BEARER, forging.forge(session).signed(session.facts()));
                });
    }

    private static Forgery expired(TokenSession session) throws IOException {
        long then = session.now() - 2 * HOUR;
        return session.forgery()
                .with("exp", session.now() - HOUR)
                .with("iat", then)
                .with("nbf", then)
                .with("lat", then * MILLIS);
    }

    private static String otherCapitals(String text) {
        StringBuilder other = new StringBuilder();
        text.chars()
                .forEach(c -> other.appendCodePoint(
                        Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
        return other.toString();
    }

    /** Makes a token. */
    @FunctionalInterface
    private interface Forging {
        Forgery forge(TokenSession session) throws IOException;
    }
}
