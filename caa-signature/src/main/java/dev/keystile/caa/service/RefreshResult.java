package dev.keystile.caa.service;

import java.time.Duration;

/** What a refresh got: a {@link KeyGrant}, {@link Refused}, or {@link Throttled} where exchanges are limited. */
public sealed interface RefreshResult permits KeyGrant, Refused, RefreshResult.Throttled {

    /**
     * The user has refreshed too often; the pair is as it was.
     *
     * @param retryAfter how long to wait, in whole seconds
     */
    record Throttled(Duration retryAfter) implements RefreshResult {}
}
