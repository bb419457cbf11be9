package dev.keystile.store.token;

import dev.keystile.codec.Digests;
import java.util.Arrays;

/**
 * A successor that only the holder of its predecessor can open: the ledger keeps it for the length of a grace window, and can't
 * read it. 1 to 16384 bytes.
 */
public final class SealedToken {

    private static final int MAX_LENGTH = 16 * 1024;

    private final byte[] bytes;

    private SealedToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if {@code bytes} are none or more than 16384 */
    public static SealedToken of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("A sealed token has 1 to " + MAX_LENGTH + " bytes, this one has "
                    + bytes.length + "; keep custom claims small.");
        }
        return new SealedToken(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SealedToken that && Digests.constantTimeEquals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedToken[redacted]";
    }
}
