package dev.keystile.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.binary.Base64;

/**
 * Base64 in its one canonical spelling: the standard alphabet, padding exactly as required, no spare bits, nothing else. A
 * decoder that is merely lenient lets several texts stand for one value, and every one of them slips past a check that
 * compares texts.
 */
public final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** The canonical text of {@code bytes}, on one line. */
    public static String encode(byte[] bytes) {
        return Base64.encodeBase64String(bytes);
    }

    /** The bytes that {@code text} spells canonically, or nothing. Never throws. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() % 4 != 0) {
            return Optional.empty();
        }
        byte[] bytes = new Base64().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    }

    /** As {@link #decode(String)}, and nothing unless there are exactly {@code length} bytes. */
    public static Optional<byte[]> decode(String text, int length) {
        return text.length() == (length + 2) / 3 * 4
                ? decode(text).filter(bytes -> bytes.length == length)
                : Optional.empty();
    }
}
