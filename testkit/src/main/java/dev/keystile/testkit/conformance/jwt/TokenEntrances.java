package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Entrance.Refusals;

/** The logins of both dialects, for checks that are about requests rather than about tokens. */
public final class TokenEntrances {

    private static final String WRONG_PASSWORD = "\"not the password\"";

    private TokenEntrances() {}

    /** {@code POST /tokens}. */
    public static Entrance tokens() {
        return entrance(
                Dialect.TOKENS, 201, new Refusals(Answers.MALFORMED, Answers.WRONG_LOGIN, Answers.TOO_MANY_ATTEMPTS));
    }

    /** {@code POST /user/login}. */
    public static Entrance bearer() {
        return entrance(
                Dialect.BEARER,
                200,
                new Refusals(Answers.BEARER_MALFORMED, Answers.BEARER_WRONG_LOGIN, Answers.BEARER_TOO_MANY_ATTEMPTS));
    }

    private static Entrance entrance(Dialect dialect, int success, Refusals refusals) {
        return new Entrance(
                dialect.id() + ".login",
                dialect.login(),
                probe -> dialect.loginOf(probe.target().user()).text(),
                probe -> dialect.loginOf(probe.target().user())
                        .withPassword(WRONG_PASSWORD)
                        .text(),
                success,
                refusals);
    }
}
