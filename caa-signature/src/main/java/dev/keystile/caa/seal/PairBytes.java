package dev.keystile.caa.seal;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.util.Arrays;

/** A pair as 64 bytes: the api key, then the secret. */
final class PairBytes {

    static final int LENGTH = ApiKey.LENGTH + ApiSecret.LENGTH;

    private PairBytes() {}

    static byte[] join(ApiKey apiKey, ApiSecret secret) {
        byte[] joined = Arrays.copyOf(apiKey.bytes(), LENGTH);
        System.arraycopy(secret.bytes(), 0, joined, ApiKey.LENGTH, ApiSecret.LENGTH);
        return joined;
    }

    static PairSealing.OpenedPair split(byte[] joined) {
        return new PairSealing.OpenedPair(
                ApiKey.of(Arrays.copyOf(joined, ApiKey.LENGTH)),
                ApiSecret.of(Arrays.copyOfRange(joined, ApiKey.LENGTH, LENGTH)));
    }
}
