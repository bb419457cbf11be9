package dev.keystile.codec;

import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256, and the one comparison that secrets and signatures are allowed. */
public final class Digests {

    private Digests() {}

    /** SHA-256 of {@code input}. */
    public static byte[] sha256(byte[] input) {
        return DigestUtils.sha256(input);
    }

    /** Equality whose time depends on the lengths alone. */
    public static boolean constantTimeEquals(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }
}
