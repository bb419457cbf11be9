package dev.keystile.store.throttle;

import dev.keystile.codec.HashFunction;
import dev.keystile.codec.Hmac;
import java.util.Arrays;

/**
 * What a throttle names its meters by outside the process, so that who reads a dump can't find names and addresses by trying them
 * all: HMAC-SHA256 of an {@link AttemptKey}, cut to 128 bits. All nodes that share what they count have the same key; with another
 * one, everything that was counted is forgotten, and nothing else happens. Immutable.
 */
public final class ThrottleKey {

    private static final int KEY_LENGTH = 32;
    private static final int NAME_LENGTH = 16;

    private final Hmac hmac;

    private ThrottleKey(byte[] key) {
        this.hmac = Hmac.of(HashFunction.SHA_256, key);
    }

    /**
     * The key of {@code random}.
     *
     * @param random 32 random bytes; the array is copied
     * @throws IllegalArgumentException if it is not 32 bytes, or all bytes are the same
     */
    public static ThrottleKey of(byte[] random) {
        if (random.length != KEY_LENGTH) {
            throw new IllegalArgumentException("A throttle's key is " + KEY_LENGTH + " random bytes, this one has "
                    + random.length + "; make one with: openssl rand -base64 32");
        }
        byte[] repeated = new byte[KEY_LENGTH];
        Arrays.fill(repeated, random[0]);
        if (Arrays.equals(random, repeated)) {
            throw new IllegalArgumentException(
                    "A throttle's key is random, this one is one byte repeated; make one with:"
                            + " openssl rand -base64 32");
        }
        return new ThrottleKey(random);
    }

    /** The 16 bytes that the meter of {@code key} is named by. */
    public byte[] nameOf(AttemptKey key) {
        byte[] bytes = key.bytes();
        return Arrays.copyOf(hmac.sign(bytes, bytes.length), NAME_LENGTH);
    }

    @Override
    public String toString() {
        return "ThrottleKey[redacted]";
    }
}
