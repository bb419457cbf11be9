package dev.keystile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.keystile.codec.UnicodeText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
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

    /** Keeps no buffers: they would outlive the response, with the secret key in them. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(JsonpCharacterEscapes.instance())
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private JsonWriter() {}

    /**
     * The object with these {@code members}.
     *
     * @throws IllegalArgumentException if a value is of another type, a number is not finite, a string has an unpaired
     *     surrogate, or a map contains itself; the message names the value's path and shows nothing of it
     */
    public static String write(Map<String, ? extends @Nullable Object> members) {
        return writeText(members, "object");
    }

    /**
     * {@code text} as a bare JSON string, quotes included.
     *
     * @throws IllegalArgumentException if {@code text} has an unpaired surrogate
     */
    public static String quote(String text) {
        return writeText(text, "text");
    }

    private static String writeText(Object value, String path) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(json)) {
            writeValue(value, path, generator);
        } catch (IOException tooDeep) { // a StringWriter never fails by itself
            throw new IllegalArgumentException(
                    "The " + path + " to write as JSON is nested too deeply; flatten it.", tooDeep);
        }
        return json.toString();
    }

    private static void writeValue(@Nullable Object value, String path, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writeMap(map, path, generator);
        } else if (value instanceof List<?> list) {
            writeList(list, path, generator);
        } else if (value instanceof String text) {
            generator.writeString(wellFormed(text, path));
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value == null) {
            generator.writeNull();
        } else {
            writeNumber(value, path, generator);
        }
    }

    private static void writeMap(Map<?, ?> map, String path, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw unfit(path, "has a key that is no string");
            }
            generator.writeFieldName(wellFormed(name, path));
            writeValue(member.getValue(), path + "." + name, generator);
        }
        generator.writeEndObject();
    }

    private static void writeList(List<?> list, String path, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        int index = 0;
        for (Object element : list) {
            writeValue(element, path + "[" + index++ + "]", generator);
        }
        generator.writeEndArray();
    }

    private static void writeNumber(Object value, String path, JsonGenerator generator) throws IOException {
        if (value instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (value instanceof BigInteger whole) {
            generator.writeNumber(whole);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            generator.writeNumber(number);
        } else if (value instanceof Float number && Float.isFinite(number)) {
            generator.writeNumber(number);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            generator.writeNumber(((Number) value).longValue());
        } else {
            throw unfit(path, "is a " + value.getClass().getName());
        }
    }

    private static String wellFormed(String text, String path) {
        if (!UnicodeText.isWellFormed(text)) {
            throw unfit(path, "has an unpaired surrogate");
        }
        return text;
    }

    private static IllegalArgumentException unfit(String path, String why) {
        return new IllegalArgumentException(
                path + " " + why + "; JSON is written from maps with string keys, lists, well-formed"
                        + " strings, finite numbers, booleans and nulls.");
    }
}
