package dev.keystile.caa.service;

import java.time.Duration;

/** What a login got: a {@link KeyGrant}, a {@link LoginRefusal}, or {@link Throttled} where a throttle is on. */
public sealed interface LoginResult permits KeyGrant, LoginRefusal, LoginResult.Throttled {

    /**
     * Too many failures; the password was not looked at.
     *
     * @param retryAfter how long to wait, in whole seconds
     */
    record Throttled(Duration retryAfter) implements LoginResult {}
}
