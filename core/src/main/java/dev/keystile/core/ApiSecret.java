package dev.keystile.core;

import dev.keystile.codec.CanonicalBase64;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The secret half of a pair: 32 random bytes, written as 44 characters of canonical base64. Requests are signed with the
 * characters, not with the bytes behind them.
 *
 * <p>Compared in constant time; {@link #toString()} reveals nothing. The only ways out are {@link #reveal()} and
 * {@link #bytes()}, so a search for those two names finds every place that handles a secret in the clear.
 */
public final class ApiSecret {

    /** The number of bytes of a secret. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private ApiSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new secret with 256 bits from {@code random}. */
    public static ApiSecret generate(RandomBytes random) {
        return of(random.next(LENGTH));
    }

    /** The secret that {@code text} spells, or nothing if it is not the canonical base64 of 32 bytes. Never throws. */
    public static Optional<ApiSecret> parse(String text) {
        return CanonicalBase64.decode(text, LENGTH).map(ApiSecret::new);
    }

    /**
     * The secret of these {@code bytes}.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static ApiSecret of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A secret key is " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        return new ApiSecret(bytes.clone());
    }

    /** The 44 characters that the client is handed, in the clear. */
    public String reveal() {
        return CanonicalBase64.encode(bytes);
    }

    /** Writes what {@link #reveal} reveals into {@code target}, from {@code at} on; where it ends. */
    public int writeText(byte[] target, int at) {
        return CanonicalBase64.encode(bytes, target, at);
    }

    /** A copy of the 32 bytes, in the clear. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ApiSecret[redacted]";
    }
}
