package dev.keystile.jwt.service;

import java.time.Duration;

/** What an exchange got: a {@link TokenGrant}, {@link TokenRefusal}, or {@link Throttled} where exchanges are limited. */
public sealed interface TokenRefreshResult permits TokenGrant, TokenRefusal, TokenRefreshResult.Throttled {

    /**
     * The user has exchanged too often; the token is as it was.
     *
     * @param retryAfter how long to wait, in whole seconds
     */
    record Throttled(Duration retryAfter) implements TokenRefreshResult {}
}
