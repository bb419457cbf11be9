package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.codec.ByteSource;
import dev.keystile.codec.Digests;
import dev.keystile.core.ApiSecret;
import org.apache.commons.codec.digest.HmacAlgorithms;

/**
 * Signatures that bind their request: an HMAC over the text of the contracts and the binding behind it. The legacy digest makes
 * none, because it has clients in the field, and none of them binds anything.
 */
final class BoundSignature {

    private final SigningString signing;
    private final RequestBinding binding;

    BoundSignature(SigningString signing, RequestBinding binding) {
        this.signing = signing;
        this.binding = binding;
    }

    /**
     * @param secret writes the characters of the secret key
     * @throws IllegalStateException if {@code algorithm} is the legacy digest
     */
    byte[] digest(CaaAlgorithm algorithm, ByteSource secret) {
        byte[] key = secret.toBytes(ApiSecret.TEXT_LENGTH);
        return CaaAlgorithm.hmac(hmacOf(algorithm), key, text().getBytes(UTF_8));
    }

    /** Compared whole and in constant time. */
    boolean matches(CaaAlgorithm algorithm, ApiSecret secret, byte[] signature) {
        return algorithm != CaaAlgorithm.SHA1_DIGEST
                && signature.length == algorithm.length()
                && Digests.constantTimeEquals(digest(algorithm, secret::writeText), signature);
    }

    /** What is digested. */
    String text() {
        return signing.withoutSecret() + binding.text();
    }

    private static HmacAlgorithms hmacOf(CaaAlgorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA1 -> HmacAlgorithms.HMAC_SHA_1;
            case HMAC_SHA256 -> HmacAlgorithms.HMAC_SHA_256;
            case SHA1_DIGEST ->
                throw new IllegalStateException(algorithm + " signs action, key and time alone; choose another"
                        + " algorithm with using(CaaAlgorithm.HMAC_SHA256).");
        };
    }
}
