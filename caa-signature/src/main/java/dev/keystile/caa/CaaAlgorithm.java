package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    HMAC_SHA1(20) {
        @Override
        byte[] digest(SigningString signing, ApiSecret secret) {
            return HashFunction.SHA_1.hmac(secret::writeText, signing::writeTo);
        }
    },

    /** HMAC-SHA256 under the characters of the secret key. Recommended for new deployments. */
    HMAC_SHA256(32) {
        @Override
        byte[] digest(SigningString signing, ApiSecret secret) {
            return HashFunction.SHA_256.hmac(secret::writeText, signing::writeTo);
        }
    },

    /**
     * Legacy: a plain SHA-1 over a text that holds the secret key, which is what clients already in the field compute. Not an
     * HMAC, and only as strong as SHA-1 is against second preimages. Refused unless a server turns it on; turn it off again
     * once the last old client is gone.
     */
    SHA1_DIGEST(20) {
        @Override
        byte[] digest(SigningString signing, ApiSecret secret) {
            return HashFunction.SHA_1.digest(signing.withSecret(secret.reveal()).getBytes(UTF_8));
        }

        @Override
        String describe(SigningString signing) {
            return signing.withSecret("<secretKey>");
        }
    };

    private final int length;

    CaaAlgorithm(int length) {
        this.length = length;
    }

    /** The number of bytes of a signature. */
    public int length() {
        return length;
    }

    abstract byte[] digest(SigningString signing, ApiSecret secret);

    /** Compared whole and in constant time: a signature that was cut short is none. */
    boolean matches(SigningString signing, ApiSecret secret, byte[] signature) {
        return signature.length == length && Digests.constantTimeEquals(digest(signing, secret), signature);
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
