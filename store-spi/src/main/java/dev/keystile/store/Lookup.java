package dev.keystile.store;

import dev.keystile.codec.Digests;
import dev.keystile.core.UserTag;
import java.util.Arrays;

/**
 * Where a credential lives: 32 bytes that name it, and the tag of its user, so that a cluster finds the node. A sealed
 * credential is named by a digest of its key, an unsealed one by the key itself; a store can't tell and must treat the bytes
 * as confidential.
 */
public final class Lookup {

    /** The number of bytes of a lookup. */
    public static final int LENGTH = 32;

    private final UserTag tag;
    private final byte[] bytes;

    private Lookup(UserTag tag, byte[] bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if {@code bytes} are not 32 */
    public static Lookup of(UserTag tag, byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A lookup is " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        return new Lookup(tag, bytes.clone());
    }

    /** The slot that the credential lives in. */
    public UserTag tag() {
        return tag;
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup that && tag.equals(that.tag) && Digests.constantTimeEquals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Lookup[redacted]";
    }
}
