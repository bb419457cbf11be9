package dev.keystile.jwt;

import dev.keystile.json.JsonReader;
import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application puts into a token beside the claims that are the issuer's business. */
final class CustomClaims {

    private CustomClaims() {}

    /**
     * A deep copy, written and read again, so that whatever we issue is known to pass our own strict reader.
     *
     * @throws IllegalArgumentException if one is named as a registered claim or as {@code fam} or {@code lat}, or isn't JSON
     */
    static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> claims) {
        claims.keySet().forEach(CustomClaims::requireFree);
        byte[] json = JsonWriter.write(claims).getBytes(StandardCharsets.UTF_8);
        return JsonReader.readObject(json)
                .orElseThrow(() -> new IllegalArgumentException("The custom claims " + claims.keySet()
                        + " can't be read back: nesting ends at 32 levels and numbers at 100 digits; simplify them."))
                .members();
    }

    /** All but the claims that are the issuer's business, in their order, unmodifiable. */
    static Map<String, @Nullable Object> among(Map<String, @Nullable Object> claims) {
        Map<String, @Nullable Object> custom = new LinkedHashMap<>(claims);
        custom.keySet().removeAll(ClaimNames.RESERVED);
        return Collections.unmodifiableMap(custom);
    }

    private static void requireFree(String name) {
        if (ClaimNames.RESERVED.contains(name)) {
            throw new IllegalArgumentException("A custom claim can't be named \"" + name
                    + "\": the issuer alone writes that one; choose another name.");
        }
    }
}
