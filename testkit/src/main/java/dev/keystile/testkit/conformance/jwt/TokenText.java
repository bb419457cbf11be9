package dev.keystile.testkit.conformance.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import java.util.Base64;
import java.util.regex.Pattern;

/** A compact JWT, to be looked into without being verified. */
final class TokenText {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

    private final String text;
    private final JsonObject header;
    private final JsonObject claims;

    private TokenText(String text, JsonObject header, JsonObject claims) {
        this.text = text;
        this.header = header;
        this.claims = claims;
    }

    /**
     * The token that {@code text} is.
     *
     * @throws Discrepancy if it is no compact JWT with a signature of 32 bytes
     */
    static TokenText of(String text) {
        if (!COMPACT.matcher(text).matches()) {
            throw new Discrepancy("a compact JWT by HS256", "something else");
        }
        String[] parts = text.split("\\.", -1);
        return new TokenText(text, object(parts[0]), object(parts[1]));
    }

    String text() {
        return text;
    }

    JsonObject header() {
        return header;
    }

    JsonObject claims() {
        return claims;
    }

    /** The claim {@code name}, which is a whole number. */
    long number(String name) {
        if (claims.members().get(name) instanceof Long number) {
            return number;
        }
        throw new Discrepancy(
                "the claim " + name + " as a whole number",
                "the claims " + claims.members().keySet());
    }

    /** The claim {@code name}, which is a string. */
    String string(String name) {
        return claims.string(name)
                .orElseThrow(() -> new Discrepancy(
                        "the claim " + name + " as a string",
                        "the claims " + claims.members().keySet()));
    }

    String part(int index) {
        return text.split("\\.", -1)[index];
    }

    static String encode(String json) {
        return encode(json.getBytes(UTF_8));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonObject object(String part) {
        return JsonReader.readObject(Base64.getUrlDecoder().decode(part))
                .orElseThrow(() -> new Discrepancy("a JWT of JSON objects", "something else"));
    }

    @Override
    public String toString() {
        return "TokenText[redacted]";
    }
}
