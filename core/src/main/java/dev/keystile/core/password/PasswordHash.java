package dev.keystile.core.password;

import dev.keystile.codec.Digests;
import java.nio.charset.StandardCharsets;

/**
 * A stored hash: a PHC-style string, {@code $id$parameters$salt$hash}, that carries what is needed to verify it. Kept out of
 * logs: whoever has it can try passwords at leisure.
 */
public final class PasswordHash {

    private static final int MAX_LENGTH = 512;

    private final String phc;

    private PasswordHash(String phc) {
        this.phc = phc;
    }

    /**
     * The hash that an application stored.
     *
     * @throws IllegalArgumentException if {@code phc} doesn't begin with {@code $}, is longer than 512 characters, or holds
     *     anything but visible ASCII characters. Whether a hasher understands it shows when it is asked to verify
     */
    public static PasswordHash parse(String phc) {
        if (!phc.startsWith("$") || phc.length() > MAX_LENGTH || !phc.chars().allMatch(PasswordHash::isVisibleAscii)) {
            throw new IllegalArgumentException("A password hash is a PHC string that begins with '$' and has at most "
                    + MAX_LENGTH
                    + " characters, all visible ASCII; make one with PasswordHasher.hash, and store it in a column"
                    + " that doesn't pad.");
        }
        return new PasswordHash(phc);
    }

    private static boolean isVisibleAscii(int c) {
        return c > ' ' && c <= '~';
    }

    /** The string to store. */
    public String phc() {
        return phc;
    }

    /** In constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that && Digests.constantTimeEquals(ascii(), that.ascii());
    }

    private byte[] ascii() {
        return phc.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int hashCode() {
        return phc.hashCode();
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
