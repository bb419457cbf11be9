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
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole grammar, read by Jackson: all that {@link JsonReader} has no short way for. A class of its own, so that a server that
 * never comes upon such JSON never loads Jackson.
 */
final class JacksonReader {

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

    private JacksonReader() {}

    /** What {@link JsonReader#readObject} promises. */
    static Optional<JsonObject> readObject(byte[] utf8) {
        CharBuffer json = decode(utf8);
        if (json == null) {
            return Optional.empty();
        }
        try (JsonParser parser =
                FACTORY.createParser(json.array(), json.arrayOffset() + json.position(), json.remaining())) {
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
    private static @Nullable CharBuffer decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
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
        if (number.toString().length() > MAX_NUMBER_LENGTH) { // as it would be written, and then not read again
            throw new JsonParseException(parser, "number too long");
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
