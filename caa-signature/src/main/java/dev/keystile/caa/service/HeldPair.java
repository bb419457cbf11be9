package dev.keystile.caa.service;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ApiSecret;
import dev.keystile.store.StoredCredential;
import java.time.Instant;

/**
 * A pair, opened, beside what the store keeps of it.
 *
 * @param spent whether an exchange has already spent it, so that only a refresh may look at it
 */
record HeldPair(StoredCredential stored, ApiKey apiKey, ApiSecret secret, boolean spent) {

    ApiKeyPair pair() {
        return new ApiKeyPair(apiKey, secret, stored.user(), Instant.ofEpochMilli(stored.expiresAtMillis()));
    }
}
