package dev.keystile.codec;

import java.security.MessageDigest;

/** SHA-256, and the one comparison that secrets and signatures are allowed. */
public final class Digests {

    private Digests() {}

    /** SHA-256 of {@code input}. */
    public static byte[] sha256(byte[] input) {
        return HashFunction.SHA_256.digest(input);
    }

    /** Equality whose time depends on the lengths alone. */
    public static boolean constantTimeEquals(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }
}
