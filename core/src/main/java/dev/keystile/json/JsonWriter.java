package dev.keystile.json;

import dev.keystile.codec.UnicodeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes compact JSON: members in the order of their map, numbers exactly as they are, non-ASCII characters unescaped.
 * Control characters, U+2028 and U+2029 are escaped, so that a line of JSON stays one line and is valid JavaScript too.
 *
 * <p>What it takes is what {@link JsonObject} and {@link dev.keystile.core.UserProfile} hold: maps with string keys, lists,
 * strings, finite numbers, booleans and nulls. Safe for use by many threads.
 */
public final class JsonWriter {

    private static final int MAX_DEPTH = 1000;
    private static final int USUAL_LENGTH = 256;
    private static final int SHALLOW = 4;

    /** From here on it pays to look first whether there is anything to escape. Tokens are longer. */
    private static final int LONG_TEXT = 32;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StringBuilder json;

    /** The names and indices that lead to the value that is being written, the innermost first. */
    private final Deque<Object> path = new ArrayDeque<>(SHALLOW);

    private JsonWriter(String whole, StringBuilder json) {
        path.push(whole);
        this.json = json;
    }

    /**
     * The object with these {@code members}.
     *
     * @throws IllegalArgumentException if a value is of another type, a number is not finite, a string has an unpaired
     *     surrogate, or a map contains itself; the message names the value's path and shows nothing of it
     */
    public static String write(Map<String, ? extends @Nullable Object> members) {
        return new JsonWriter("object", new StringBuilder(USUAL_LENGTH)).written(members);
    }

    /**
     * {@code text} as a bare JSON string, quotes included.
     *
     * @throws IllegalArgumentException if {@code text} has an unpaired surrogate
     */
    public static String quote(String text) {
        return new JsonWriter("text", new StringBuilder(text.length() + 2)).written(text);
    }

    private String written(Object value) {
        writeValue(value);
        return json.toString();
    }

    private void writeValue(@Nullable Object value) {
        if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value == null || value instanceof Boolean || isWritableNumber(value)) {
            json.append(value);
        } else {
            throw unfit("is a " + value.getClass().getName());
        }
    }

    private void writeMap(Map<?, ?> map) {
        char separator = '{';
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw unfit("has a key that is no string");
            }
            json.append(separator);
            writeText(name);
            json.append(':');
            writeInside(name, member.getValue());
            separator = ',';
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeList(List<?> list) {
        char separator = '[';
        int index = 0;
        for (Object element : list) {
            json.append(separator);
            writeInside(index++, element);
            separator = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private void writeInside(Object step, @Nullable Object value) {
        if (path.size() > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "The " + path.getLast() + " to write as JSON is nested too deeply; flatten it.");
        }
        path.push(step);
        writeValue(value);
        path.pop();
    }

    private void writeText(String text) {
        json.append('"');
        if (text.length() >= LONG_TEXT && UnicodeText.isSurelyPlain(text)) {
            json.append(text).append('"');
        } else {
            writeCharacters(text);
        }
    }

    private void writeCharacters(String text) {
        int written = 0;
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii &= c < 0x80;
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                json.append(text, written, i);
                writeEscaped(c);
                written = i + 1;
            }
        }
        if (!ascii && !UnicodeText.isWellFormed(text)) {
            throw unfit("has an unpaired surrogate");
        }
        json.append(text, written, text.length()).append('"');
    }

    private void writeEscaped(char c) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> json.append("\\u").append(HEX.toHexDigits(c));
        }
    }

    private static boolean isWritableNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }

    private IllegalArgumentException unfit(String why) {
        StringBuilder place = new StringBuilder();
        path.descendingIterator()
                .forEachRemaining(step -> place.append(step instanceof Integer ? "[" + step + "]" : "." + step));
        return new IllegalArgumentException(
                place.substring(1) + " " + why + "; JSON is written from maps with string keys, lists, well-formed"
                        + " strings, finite numbers, booleans and nulls.");
    }
}
