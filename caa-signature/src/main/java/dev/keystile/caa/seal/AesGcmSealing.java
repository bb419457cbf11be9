package dev.keystile.caa.seal;

import dev.keystile.codec.AesGcm;
import dev.keystile.codec.Digests;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import java.nio.ByteBuffer;
import javax.crypto.SecretKey;

/**
 * A body is: version 1, the key's id, then nonce and AES-256-GCM of the pair with the lookup as associated data. The lookup is
 * SHA-256 of a key with 240 random bits, so it can neither be reversed nor swapped for another.
 */
record AesGcmSealing(SealingKeys keys, RandomBytes random) implements PairSealing {

    private static final byte VERSION = 1;
    private static final int HEAD_LENGTH = 1 + Integer.BYTES;
    private static final int LENGTH = HEAD_LENGTH + PairBytes.LENGTH + AesGcm.OVERHEAD;

    @Override
    public Lookup lookup(ApiKey apiKey) {
        return Lookup.of(apiKey.tag(), Digests.sha256(apiKey.bytes()));
    }

    @Override
    public CredentialBody seal(ApiKey apiKey, ApiSecret secret) {
        SecretKey key = keys.find(keys.currentId()).orElseThrow();
        byte[] context = lookup(apiKey).bytes();
        byte[] sealed = AesGcm.seal(key, random.next(AesGcm.NONCE_LENGTH), context, PairBytes.join(apiKey, secret));
        return CredentialBody.of(ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putInt(keys.currentId())
                .put(sealed)
                .array());
    }

    @Override
    public OpenedPair open(Lookup lookup, CredentialBody body) {
        ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
        if (bytes.remaining() != LENGTH || bytes.get() != VERSION) {
            throw new StoreException(
                    "A credential in the store is not sealed in a form that this version knows; if it was"
                            + " written unsealed, let those pairs expire before you configure sealing keys.");
        }
        SecretKey key = keys.find(bytes.getInt())
                .orElseThrow(() ->
                        new StoreException("A credential in the store was sealed by a key that the ring doesn't have;"
                                + " add that key with SealingKeys.alsoOpening until its pairs have expired."));
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return AesGcm.open(key, lookup.bytes(), sealed)
                .map(PairBytes::split)
                .orElseThrow(
                        () -> new StoreException("A credential in the store was altered, or moved to another lookup."));
    }

    @Override
    public String toString() {
        return "AesGcmSealing[redacted]";
    }
}
