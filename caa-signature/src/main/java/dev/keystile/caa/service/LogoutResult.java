package dev.keystile.caa.service;

import dev.keystile.core.UserId;

/** What a logout came to: {@link LoggedOut}, or {@link Refused}. */
public sealed interface LogoutResult permits LogoutResult.LoggedOut, Refused {

    /**
     * The pair, and whatever a refresh at the same time made of it, is dead.
     *
     * @param user who logged out
     */
    record LoggedOut(UserId user) implements LogoutResult {}
}
