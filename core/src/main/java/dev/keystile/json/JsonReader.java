package dev.keystile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.keystile.codec.UnicodeText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it and not one character more, because two readers that disagree about a text are a way in.
 *
 * <p>Refused beyond the grammar: a byte order mark, bytes that aren't UTF-8, unpaired surrogates in names and values (escaped
 * ones too), a name that comes twice in an object, nesting deeper than 32, numbers longer than 100 characters, and decimals
 * whose exponent moves the point by more than 400 places, which is past every {@code double} and would make harmless-looking
 * arithmetic take for ever.
 *
 * <p>Safe for use by many threads. Time and memory grow with the length of the input alone, and nothing of it is kept.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_SCALE = 400;

    /** Keeps neither names nor buffers: both would outlive the request, the latter with the password in it. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private JsonReader() {}

    /** The one object that {@code utf8} spells, with nothing but white space around it, or nothing. Never throws. */
    public static Optional<JsonObject> readObject(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(decode(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> members = readMembers(parser);
            return parser.nextToken() == null ? Optional.of(new JsonObject(members)) : Optional.empty();
        } catch (IOException | RuntimeException refused) { // a parser that stumbles has not understood the text either
            return Optional.empty();
        }
    }

    /** Strictly, and before the parser sees anything: given bytes, it would guess at UTF-16 and UTF-32. */
    private static String decode(byte[] utf8) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static Map<String, @Nullable Object> readMembers(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName(), parser);
            parser.nextToken();
            members.put(name, readValue(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> readElements(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private static @Nullable Object readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readMembers(parser);
            case START_ARRAY -> readElements(parser);
            case VALUE_STRING -> wellFormed(parser.getText(), parser);
            case VALUE_NUMBER_INT -> readWhole(parser);
            case VALUE_NUMBER_FLOAT -> readDecimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(parser, "not a value");
        };
    }

    private static Object readWhole(JsonParser parser) throws IOException {
        Number number = parser.getNumberValue();
        return number instanceof BigInteger ? number : (Object) number.longValue();
    }

    private static BigDecimal readDecimal(JsonParser parser) throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (number.scale() > MAX_SCALE || number.scale() < -MAX_SCALE) {
            throw new JsonParseException(parser, "exponent out of bounds");
        }
        return number;
    }

    private static String wellFormed(String text, JsonParser parser) throws IOException {
        if (!UnicodeText.isWellFormed(text)) {
            throw new JsonParseException(parser, "unpaired surrogate");
        }
        return text;
    }
}
