package dev.keystile.caa;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;

/** A pair as the characters that go into every signature, so that no request spells them anew. */
final class PairText {

    private final ApiKey apiKey;
    private final byte[] keyThenSecret = new byte[ApiKey.TEXT_LENGTH + ApiSecret.TEXT_LENGTH];

    PairText(ApiKey apiKey, ApiSecret secret) {
        this.apiKey = apiKey;
        secret.writeText(keyThenSecret, apiKey.writeText(keyThenSecret, 0));
    }

    /** Writes the characters of the key into {@code target}, from {@code at} on; where they end. */
    int writeKey(byte[] target, int at) {
        System.arraycopy(keyThenSecret, 0, target, at, ApiKey.TEXT_LENGTH);
        return at + ApiKey.TEXT_LENGTH;
    }

    /** Writes the characters of the secret, in the clear, likewise. */
    int writeSecret(byte[] target, int at) {
        System.arraycopy(keyThenSecret, ApiKey.TEXT_LENGTH, target, at, ApiSecret.TEXT_LENGTH);
        return at + ApiSecret.TEXT_LENGTH;
    }

    /** The key, masked; nothing of the secret. */
    @Override
    public String toString() {
        return apiKey.toString();
    }
}
