package dev.keystile.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it and not one character more, because two readers that disagree about a text are a way in.
 *
 * <p>Refused beyond the grammar: a byte order mark, bytes that aren't UTF-8, unpaired surrogates in names and values (escaped
 * ones too), a name that comes twice in an object, nesting deeper than 32, numbers longer than 100 characters, as they come or
 * as {@link JsonWriter} would write them, and decimals whose exponent moves the point by more than 400 places, which is past
 * every {@code double} and would make harmless-looking arithmetic take for ever.
 *
 * <p>Flat objects of plain values, which most are, are read by {@link FlatReader}; everything else by Jackson, within the same bounds.
 *
 * <p>Safe for use by many threads. Time and memory grow with the length of the input alone, and nothing of it is kept.
 */
public final class JsonReader {

    private JsonReader() {}

    /** The one object that {@code utf8} spells, with nothing but white space around it, or nothing. Never throws. */
    public static Optional<JsonObject> readObject(byte[] utf8) {
        FlatReader flat = new FlatReader(utf8, 0, utf8.length);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (flat.next()) {
            String name = flat.name();
            if (members.containsKey(name)) {
                return Optional.empty();
            }
            members.put(name, flat.value());
        }
        return switch (flat.end()) {
            case COMPLETE -> Optional.of(new JsonObject(members));
            case MALFORMED -> Optional.empty();
            case NOT_PLAIN -> JacksonReader.readObject(utf8);
        };
    }
}
