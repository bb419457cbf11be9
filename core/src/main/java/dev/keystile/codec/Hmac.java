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
    private final MessageDigest inner;
    private final MessageDigest outer;

    private Hmac(HashFunction function, byte[] key) {
        this.function = function;
        this.innerBlock = function.innerBlock(key);
        this.outerBlock = function.outerBlock(key);
        this.inner = fed(innerBlock);
        this.outer = fed(outerBlock);
    }

    /** HMAC with {@code function} under {@code key}, which is copied. */
    public static Hmac of(HashFunction function, byte[] key) {
        return new Hmac(function, key);
    }

    /** The HMAC of the first {@code length} bytes of {@code message}. */
    public byte[] sign(byte[] message, int length) {
        byte[] mac = digest(copy(inner, innerBlock), message, length);
        return finish(copy(outer, outerBlock), mac);
    }

    /**
     * Whether {@code signature} is the HMAC of the first {@code length} bytes of {@code message}; in constant time. Makes less garbage
     * than {@link #sign} and takes a little longer, because more is verified than signed.
     */
    public boolean verifies(byte[] message, int length, byte[] signature) {
        MessageDigest digest = copy(inner, innerBlock);
        byte[] mac = digest(digest, message, length);
        digest.update(outerBlock);
        return Digests.constantTimeEquals(finish(digest, mac), signature);
    }

    private static byte[] digest(MessageDigest keyed, byte[] message, int length) {
        keyed.update(message, 0, length);
        return keyed.digest();
    }

    /** The digest of what {@code keyed} was fed and of {@code mac}, in the place of {@code mac}. */
    private byte[] finish(MessageDigest keyed, byte[] mac) {
        keyed.update(mac);
        try {
            keyed.digest(mac, 0, mac.length);
        } catch (DigestException tooShort) {
            throw new IllegalStateException(
                    "A digest of " + function + " is longer than it was a moment ago.", tooShort);
        }
        return mac;
    }

    private MessageDigest copy(MessageDigest keyed, byte[] block) {
        try {
            return (MessageDigest) keyed.clone();
        } catch (CloneNotSupportedException notCopyable) {
            return fed(block);
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
