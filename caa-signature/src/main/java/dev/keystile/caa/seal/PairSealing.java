package dev.keystile.caa.seal;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;

/** Turns a pair into what a store may see, and back. Safe for use by many threads. */
public sealed interface PairSealing permits AesGcmSealing, NoSealing {

    /**
     * Sealed: a store sees SHA-256(api key) and AES-256-GCM(api key ‖ secret), bound to each other. A dump of the store lets
     * nobody in.
     */
    static PairSealing sealedBy(SealingKeys keys, RandomBytes random) {
        return new AesGcmSealing(keys, random);
    }

    /** Not sealed: a store sees keys and secrets. For stores whose content never leaves the process. */
    static PairSealing none() {
        return new NoSealing();
    }

    /** Where the pair of {@code apiKey} lives. */
    Lookup lookup(ApiKey apiKey);

    /** What a store keeps of a pair. */
    CredentialBody seal(ApiKey apiKey, ApiSecret secret);

    /**
     * The pair that {@code body} holds.
     *
     * @throws dev.keystile.store.StoreException if the body was altered, belongs to another lookup, or was sealed by a key that
     *     the ring no longer has
     */
    OpenedPair open(Lookup lookup, CredentialBody body);

    /**
     * What was sealed; both halves redact themselves.
     *
     * @param apiKey the key
     * @param secret its secret
     */
    record OpenedPair(ApiKey apiKey, ApiSecret secret) {}
}
