package dev.keystile.store.throttle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.codec.Digests;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What failures are counted under: 128 bits of a SHA-256, so that no login name is kept in the clear and each takes the same
 * room. A digest of a phone number can still be found by trying all of them: whatever writes keys outside the process names them
 * by a {@link ThrottleKey}.
 *
 * @param high the first half
 * @param low the second half
 */
public record AttemptKey(long high, long low) implements Comparable<AttemptKey> {

    private static final String PURPOSE = "keystile login attempt v1";

    /** The key of {@code parts}; each is preceded by its length, so that no two lists share a key. */
    static AttemptKey of(String... parts) {
        StringBuilder text = new StringBuilder(PURPOSE);
        for (String part : parts) {
            text.append('\n').append(part.length()).append(':').append(part);
        }
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256(text.toString().getBytes(UTF_8)));
        return new AttemptKey(digest.getLong(), digest.getLong());
    }

    /** The 16 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    /** The order in which to lock, where several keys are locked at once. */
    @Override
    public int compareTo(AttemptKey other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh == 0 ? Long.compare(low, other.low) : byHigh;
    }

    /** The bytes as 32 hex digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
