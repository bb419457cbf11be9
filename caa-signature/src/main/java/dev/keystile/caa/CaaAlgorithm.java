package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.codec.ByteSource;
import dev.keystile.codec.Digests;
import dev.keystile.codec.HashFunction;
import dev.keystile.codec.Hmac;
import dev.keystile.core.ApiSecret;
import org.apache.commons.codec.digest.HmacAlgorithms;

/**
 * How a signature is computed. Nothing in a header names the algorithm; its length narrows the choice, and the verifier's own
 * set decides.
 */
public enum CaaAlgorithm {
    /** HMAC-SHA1 under the characters of the secret key. What signers use unless told otherwise. */
    HMAC_SHA1(HashFunction.SHA_1, 20),

    /** HMAC-SHA256 under the characters of the secret key. Recommended for new deployments. */
    HMAC_SHA256(HashFunction.SHA_256, 32),

    /**
     * Legacy: a plain SHA-1 over a text that holds the secret key, which is what clients already in the field compute. Not an
     * HMAC, and only as strong as SHA-1 is against second preimages. Refused unless a server turns it on; turn it off again
     * once the last old client is gone.
     */
    SHA1_DIGEST(HashFunction.SHA_1, 20) {
        @Override
        byte[] digest(SigningString signing, ByteSource secret) {
            String text = new String(secret.toBytes(ApiSecret.TEXT_LENGTH), US_ASCII);
            return HashFunction.SHA_1.digest(signing.withSecret(text).getBytes(UTF_8));
        }

        @Override
        boolean isDigest(SigningString signing, ByteSource secret, byte[] signature) {
            return Digests.constantTimeEquals(digest(signing, secret), signature);
        }

        @Override
        String describe(SigningString signing) {
            return signing.withSecret("<secretKey>");
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // what it keeps, it keeps for speed alone
    private final HashFunction hash;

    private final int length;

    CaaAlgorithm(HashFunction hash, int length) {
        this.hash = hash;
        this.length = length;
    }

    /** The number of bytes of a signature. */
    public int length() {
        return length;
    }

    /** @param secret writes the characters of the secret key */
    byte[] digest(SigningString signing, ByteSource secret) {
        return hash.hmac(secret, signing::writeTo);
    }

    byte[] digest(SigningString signing, ApiSecret secret) {
        return digest(signing, secret::writeText);
    }

    /** Whether that is {@link #digest}; in constant time. */
    boolean isDigest(SigningString signing, ByteSource secret, byte[] signature) {
        return hash.isHmac(secret, signing::writeTo, signature);
    }

    /** Compared whole and in constant time: a signature that was cut short is none. */
    boolean matches(SigningString signing, ApiSecret secret, byte[] signature) {
        return signature.length == length && isDigest(signing, secret::writeText, signature);
    }

    /** The text that is digested, with the secret masked. */
    String describe(SigningString signing) {
        return signing.withoutSecret();
    }

    /** An HMAC of this scheme over any bytes. */
    static byte[] hmac(HmacAlgorithms algorithm, byte[] key, byte[] message) {
        HashFunction function = switch (algorithm) {
            case HMAC_SHA_1 -> HashFunction.SHA_1;
            case HMAC_SHA_256 -> HashFunction.SHA_256;
            default ->
                throw new IllegalArgumentException(
                        "The Caa scheme has no " + algorithm + "; it signs with HMAC_SHA_1 and HMAC_SHA_256.");
        };
        return Hmac.of(function, key).sign(message, message.length);
    }
}
