package dev.keystile.codec;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hash functions of the protocols, and HMAC (RFC 2104) with each. A digest is looked up among the platform's providers once
 * and copied for every use, because the look-up costs more than the digest. Safe for use by many threads.
 */
public final class HashFunction {

    /** SHA-1; for HMAC, and for clients already in the field. */
    public static final HashFunction SHA_1 = new HashFunction("SHA-1", 64);

    /** SHA-256. */
    public static final HashFunction SHA_256 = new HashFunction("SHA-256", 64);

    /** SHA-384. */
    public static final HashFunction SHA_384 = new HashFunction("SHA-384", 128);

    /** SHA-512. */
    public static final HashFunction SHA_512 = new HashFunction("SHA-512", 128);

    /** The longest message, in bytes, that {@link #hmac} takes. */
    public static final int LONGEST_MESSAGE = 1024;

    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    private final String algorithm;
    private final int blockLength;
    private final Shelf<Bench> benches = new Shelf<>(Bench::new);
    private volatile @Nullable MessageDigest unused;

    private HashFunction(String algorithm, int blockLength) {
        this.algorithm = algorithm;
        this.blockLength = blockLength;
    }

    /** The digest of {@code input}. */
    public byte[] digest(byte[] input) {
        return start().digest(input);
    }

    /**
     * The HMAC of {@code message}, at most {@link #LONGEST_MESSAGE} bytes, under {@code key}, at most a block. For keys that are
     * used once; otherwise see {@link Hmac}.
     */
    public byte[] hmac(ByteSource key, ByteSource message) {
        Bench bench = benches.take();
        try {
            return bench.hmac(key, message);
        } finally {
            benches.giveBack(bench);
        }
    }

    /** Whether {@link #hmac} is {@code expected}; in constant time, and without garbage. */
    public boolean isHmac(ByteSource key, ByteSource message, byte[] expected) {
        Bench bench = benches.take();
        try {
            return bench.isHmac(key, message, expected);
        } finally {
            benches.giveBack(bench);
        }
    }

    /** A digest that nothing was put in yet; looked up anew, if it is a provider's that can't copy. */
    MessageDigest start() {
        MessageDigest original = unused;
        if (original == null) {
            original = find();
            unused = original;
        }
        try {
            return (MessageDigest) original.clone();
        } catch (CloneNotSupportedException notCopyable) {
            return find();
        }
    }

    byte[] innerBlock(byte[] key) {
        return padded(key, INNER_PAD);
    }

    byte[] outerBlock(byte[] key) {
        return padded(key, OUTER_PAD);
    }

    /** The key, digested if it is longer than a block, filled up with zeros, each byte combined with {@code pad}. */
    private byte[] padded(byte[] key, byte pad) {
        byte[] block = Arrays.copyOf(key.length > blockLength ? digest(key) : key, blockLength);
        for (int i = 0; i < blockLength; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    private MessageDigest find() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(
                    "This Java runtime has no " + algorithm + "; run a JDK with the SUN provider.", missing);
        }
    }

    /**
     * Where an HMAC is computed; nothing of the key stays behind. What is digested lies behind the padded key, so that the digest
     * is handed both at once.
     */
    private final class Bench {

        private final MessageDigest digest = start();
        private final byte[] text = new byte[blockLength + LONGEST_MESSAGE];
        private final byte[] computed = new byte[digest.getDigestLength()];

        byte[] hmac(ByteSource key, ByteSource message) {
            byte[] mac = new byte[computed.length];
            compute(key, message, mac);
            return mac;
        }

        boolean isHmac(ByteSource key, ByteSource message, byte[] expected) {
            compute(key, message, computed);
            boolean equal = Digests.constantTimeEquals(computed, expected);
            Arrays.fill(computed, (byte) 0);
            return equal;
        }

        private void compute(ByteSource key, ByteSource message, byte[] mac) {
            try {
                key.writeTo(text, 0);
                int end = message.writeTo(text, blockLength);
                pad(INNER_PAD);
                digest.update(text, 0, end);
                digest.digest(text, blockLength, mac.length);
                pad(INNER_PAD ^ OUTER_PAD);
                digest.update(text, 0, blockLength + mac.length);
                digest.digest(mac, 0, mac.length);
            } catch (DigestException tooShort) {
                throw new IllegalStateException("Two digests of " + algorithm + " differ in length.", tooShort);
            } finally {
                digest.reset();
                Arrays.fill(text, 0, blockLength, (byte) 0);
            }
        }

        private void pad(int pad) {
            for (int i = 0; i < blockLength; i++) {
                text[i] ^= (byte) pad;
            }
        }
    }

    @Override
    public String toString() {
        return algorithm;
    }
}
