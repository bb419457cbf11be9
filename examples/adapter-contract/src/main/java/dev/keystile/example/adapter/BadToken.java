package dev.keystile.example.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A token of the project's collection of bad inputs, in the two places where a request may have one.
 *
 * @param id its name in the collection
 * @param about what is wrong with it
 * @param isGood whether nothing is, because it is there to show that what is right is accepted
 */
record BadToken(String id, String about, String token, boolean isGood) {

    /** The copy that the tests of {@code keystile-jwt} have. */
    private static final Path COLLECTION =
            Path.of("..", "..", "jwt", "src", "test", "resources", "dev", "keystile", "jwt", "bad-inputs-jwt.json");

    /** Stands in the collection as a description, being too long to be written out. */
    private static final Map<String, String> WRITTEN_OUT =
            Map.of("J108", "e30." + "A".repeat(1 << 20) + ".AA", "J109", ".".repeat(100_000));

    private static final String UNRESERVED = "[A-Za-z0-9._~-]";

    /** All of them. */
    static List<BadToken> all() {
        try {
            List<?> vectors = (List<?>) member(JSONObjectUtils.parse(Files.readString(COLLECTION)), "vectors");
            return vectors.stream().map(vector -> of((Map<?, ?>) vector)).toList();
        } catch (IOException | ParseException unreadable) {
            throw new AssertionError(COLLECTION + " can't be read.", unreadable);
        }
    }

    private static BadToken of(Map<?, ?> vector) {
        String id = (String) member(vector, "id");
        return new BadToken(
                id,
                (String) member(vector, "desc"),
                WRITTEN_OUT.getOrDefault(id, (String) member(vector, "input")),
                member(vector, "expect").equals("accept"));
    }

    private static Object member(Map<?, ?> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    /** In a header, as the bytes of its UTF-8. */
    WireRequest inHeader(String method, String path) {
        return WireRequest.of(method, path)
                .field("Authorization", "Bearer " + new String(token.getBytes(UTF_8), ISO_8859_1));
    }

    /** In the path, with every byte that has to be escaped escaped. */
    WireRequest inPath(String method, String prefix) {
        StringBuilder path = new StringBuilder(prefix);
        for (byte unit : token.getBytes(UTF_8)) {
            String character = Character.toString(unit & 0xFF);
            path.append(
                    character.matches(UNRESERVED)
                            ? character
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(unit));
        }
        return WireRequest.of(method, path.toString());
    }
}
