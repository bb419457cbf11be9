package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON, written piece by piece as the bytes that it will be signed as. For one thread. */
final class ClaimText {

    /** How many digits a time in seconds has, until the year 2286. */
    static final int SECONDS = 10;

    /** How many digits a time in milliseconds has, as long. */
    static final int MILLISECONDS = 13;

    private static final int QUOTES = 2;
    private static final int LONGEST_PLAIN = 1000;

    private byte[] json;
    private int length;

    /** @param usualLength what to have room for; with exactly that much, nothing is copied */
    ClaimText(int usualLength) {
        json = new byte[usualLength];
    }

    /** How many bytes {@link #addValue} adds for {@code value}, if it is a plain text or a number from 0 on. */
    static int usualLength(Object value) {
        return value instanceof Long number ? DecimalDigits.count(number) : ((String) value).length() + QUOTES;
    }

    /** JSON as it is. */
    ClaimText add(byte[] piece) {
        int start = reserve(piece.length);
        System.arraycopy(piece, 0, json, start, piece.length);
        return this;
    }

    /** @param value any text, or a {@code Long} */
    ClaimText addValue(Object value) {
        if (value instanceof Long number) {
            return addNumber(number);
        }
        String text = (String) value;
        return isPlain(text) ? addPlain(text) : add(utf8(JsonWriter.quote(text)));
    }

    /** @param text one that {@link #isPlain} */
    @SuppressWarnings("deprecation") // because it takes the low bytes of characters alone; these have no others
    ClaimText addPlain(String text) {
        int size = text.length();
        int start = reserve(size + QUOTES);
        json[start] = '"';
        text.getBytes(0, size, json, start + 1);
        json[start + 1 + size] = '"';
        return this;
    }

    ClaimText addNumber(long number) {
        if (number < 0) {
            return add(utf8(Long.toString(number)));
        }
        int digits = DecimalDigits.count(number);
        int end = reserve(digits) + digits;
        DecimalDigits.write(number, json, end);
        return this;
    }

    /** All that was added. */
    byte[] finish() {
        return length == json.length ? json : Arrays.copyOf(json, length);
    }

    /** Makes room for {@code size} bytes; where they go. {@link #json} may be another array afterwards. */
    private int reserve(int size) {
        int start = length;
        length += size;
        if (length > json.length) {
            json = Arrays.copyOf(json, Math.max(length, json.length * 2));
        }
        return start;
    }

    /** Whether {@code text} is short, and nothing but ASCII without control characters, quotes and backslashes. */
    static boolean isPlain(String text) {
        if (text.length() > LONGEST_PLAIN) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
