package dev.keystile.core;

import java.time.Instant;

/**
 * A pair as it is handed to a client: who it belongs to and until when it lives.
 *
 * @param apiKey names the pair in every request
 * @param secret signs every request; its own {@code toString} is redacted, so this record's is too
 * @param user whom the pair was issued to
 * @param expiresAt the first instant, to the millisecond, at which the pair is no longer accepted
 */
public record ApiKeyPair(ApiKey apiKey, ApiSecret secret, UserId user, Instant expiresAt) {}
