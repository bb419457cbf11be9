package dev.keystile.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an application puts into a token beside the claims that are the issuer's business. */
final class CustomClaims {

    private CustomClaims() {}

    /**
     * Their JSON, read again so that whatever we issue is known to pass our own strict reader.
     *
     * @throws IllegalArgumentException if one is named as a registered claim or as {@code fam} or {@code lat}, or isn't JSON
     */
    static String write(Map<String, ? extends @Nullable Object> claims) {
        claims.keySet().forEach(CustomClaims::requireFree);
        String json = JsonWriter.write(claims);
        if (read(json).isEmpty()) {
            throw new IllegalArgumentException("The custom claims " + claims.keySet()
                    + " can't be read back: nesting ends at 32 levels and numbers at 100 digits; simplify them.");
        }
        return json;
    }

    /**
     * A deep copy.
     *
     * @throws IllegalArgumentException as for {@link #write}
     */
    static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> claims) {
        return read(write(claims)).orElseThrow().members();
    }

    private static Optional<JsonObject> read(String json) {
        return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if a custom claim can't have this {@code name} */
    static void requireFree(String name) {
        if (KnownClaim.NAMES.contains(name)) {
            throw new IllegalArgumentException("A custom claim can't be named \"" + name
                    + "\": the issuer alone writes that one; choose another name.");
        }
    }
}
