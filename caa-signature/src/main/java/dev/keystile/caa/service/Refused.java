package dev.keystile.caa.service;

import java.time.Instant;

/**
 * A signed request that is not served.
 *
 * @param reason why
 * @param serverTime the server's clock when it decided; told to the client where a wrong clock was the reason
 */
public record Refused(Refusal reason, Instant serverTime) implements Authentication, RefreshResult, LogoutResult {}
