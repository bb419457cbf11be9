package dev.keystile.codec;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * HMAC (RFC 2104) under one key that is used again and again: the digest is fed the key once, and copied in that state for each
 * message. Safe for use by many threads, because what is kept is only ever copied.
 */
public final class Hmac {

    private final HashFunction function;
    private final byte[] innerBlock;
    private final byte[] outerBlock;
    private final MessageDigest keyed;

    private Hmac(HashFunction function, byte[] key) {
        this.function = function;
        this.innerBlock = function.innerBlock(key);
        this.outerBlock = function.outerBlock(key);
        this.keyed = fed(innerBlock);
    }

    /** HMAC with {@code function} under {@code key}, which is copied. */
    public static Hmac of(HashFunction function, byte[] key) {
        return new Hmac(function, key);
    }

    /** The HMAC of the first {@code length} bytes of {@code message}. */
    public byte[] sign(byte[] message, int length) {
        MessageDigest digest = start();
        digest.update(message, 0, length);
        byte[] mac = digest.digest();
        digest.update(outerBlock); // cheaper than a second copy, and half the garbage
        digest.update(mac);
        try {
            digest.digest(mac, 0, mac.length);
        } catch (DigestException tooShort) {
            throw new IllegalStateException(
                    "A digest of " + function + " is longer than it was a moment ago.", tooShort);
        }
        return mac;
    }

    private MessageDigest start() {
        try {
            return (MessageDigest) keyed.clone();
        } catch (CloneNotSupportedException notCopyable) {
            return fed(innerBlock);
        }
    }

    private MessageDigest fed(byte[] block) {
        MessageDigest digest = function.start();
        digest.update(block);
        return digest;
    }

    @Override
    public String toString() {
        return "Hmac[" + function + ", redacted]";
    }
}
