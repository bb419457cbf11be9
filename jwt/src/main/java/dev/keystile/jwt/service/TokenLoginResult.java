package dev.keystile.jwt.service;

import java.time.Duration;

/** What a login got: a {@link TokenGrant}, a {@link TokenLoginRefusal}, or {@link Throttled} where a throttle is on. */
public sealed interface TokenLoginResult permits TokenGrant, TokenLoginRefusal, TokenLoginResult.Throttled {

    /**
     * Too many failures; the password was not looked at.
     *
     * @param retryAfter how long to wait, in whole seconds
     */
    record Throttled(Duration retryAfter) implements TokenLoginResult {}
}
