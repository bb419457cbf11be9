package dev.keystile.core;

import dev.keystile.codec.Digests;
import java.nio.charset.StandardCharsets;

/**
 * The slot of a user: the first two bytes of SHA-256(user id), as a number from 0 to 65535. Every api key of the user begins
 * with the same two bytes, so an api key alone tells where its credential lives, and a cluster can keep all of a user's
 * credentials on one node.
 */
public record UserTag(int value) {

    private static final int MAX = 0xFFFF;

    /** @throws IllegalArgumentException if {@code value} is not within 0 to 65535 */
    public UserTag {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("A user tag is a number from 0 to " + MAX + ", not " + value + ".");
        }
    }

    /** The tag of {@code user}; the same on every node and in every version. */
    public static UserTag of(UserId user) {
        return ofBytes(Digests.sha256(user.value().getBytes(StandardCharsets.UTF_8)));
    }

    static UserTag ofBytes(byte[] keyOrDigest) {
        return new UserTag(((keyOrDigest[0] & 0xFF) << 8) | (keyOrDigest[1] & 0xFF));
    }

    byte high() {
        return (byte) (value >>> 8);
    }

    byte low() {
        return (byte) value;
    }
}
