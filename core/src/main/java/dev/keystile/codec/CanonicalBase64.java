package dev.keystile.codec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Base64 in its one canonical spelling: the standard alphabet, padding exactly as required, no spare bits, nothing else. A
 * decoder that is merely lenient lets several texts stand for one value, and every one of them slips past a check that
 * compares texts.
 */
public final class CanonicalBase64 {

    private static final byte[] NOTHING = {};

    private CanonicalBase64() {}

    /** The canonical text of {@code bytes}, on one line. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes that {@code text} spells canonically, or nothing. Never throws. */
    public static Optional<byte[]> decode(String text) {
        // Latin-1 turns every character beyond it into '?', which is outside the alphabet.
        byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(decode(latin1, 0, latin1.length));
    }

    /** As {@link #decode(String)}, and nothing unless there are exactly {@code length} bytes. */
    public static Optional<byte[]> decode(String text, int length) {
        return text.length() == encodedLength(length)
                ? decode(text).filter(bytes -> bytes.length == length)
                : Optional.empty();
    }

    /** The bytes that {@code text} spells canonically from {@code start} up to {@code end}, or null. Never throws. */
    public static byte @Nullable [] decode(byte[] text, int start, int end) {
        if ((end - start) % 4 != 0) {
            return null;
        }
        if (start == end) {
            return NOTHING;
        }
        int last = end - padding(text, end);
        byte[] decoded = new byte[Base64Alphabet.decodedLength(last - start)];
        return Base64Alphabet.STANDARD.decode(text, start, last, decoded, 0) == decoded.length ? decoded : null;
    }

    /** As {@link #decode(byte[], int, int)}, over the spelling itself; where the bytes end, or -1. */
    public static int decodeInPlace(byte[] text, int start, int end) {
        if ((end - start) % 4 != 0 || start == end) {
            return start == end ? start : Base64Alphabet.NOT_CANONICAL;
        }
        return Base64Alphabet.STANDARD.decode(text, start, end - padding(text, end), text, start);
    }

    /** Writes the canonical text of {@code bytes} into {@code target}, from {@code at} on; where it ends. */
    public static int encode(byte[] bytes, byte[] target, int at) {
        int end = Base64Alphabet.STANDARD.encode(bytes, target, at);
        while ((end - at) % 4 != 0) {
            target[end++] = '=';
        }
        return end;
    }

    private static int padding(byte[] text, int end) {
        return text[end - 1] != '=' ? 0 : text[end - 2] != '=' ? 1 : 2;
    }

    /** How many characters {@code length} bytes take. */
    public static int encodedLength(int length) {
        return (length + 2) / 3 * 4;
    }
}
