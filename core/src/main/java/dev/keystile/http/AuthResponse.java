package dev.keystile.http;

import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response for an adapter to write: a status, header fields, and body bytes whose length is the content length. Every
 * response forbids caching. Immutable.
 */
public final class AuthResponse {

    private static final AuthResponse BARE =
            new AuthResponse(0, Map.of(), new byte[0]).with("Cache-Control", "no-store");
    private static final AuthResponse JSON = BARE.with("Content-Type", "application/json; charset=utf-8");

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private AuthResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A response whose body is a JSON object.
     *
     * @param members strings, numbers, booleans, nulls, and lists and maps of them, in the order in which they are written
     * @throws IllegalArgumentException if a value is of another type; the message names its path
     */
    public static AuthResponse json(int status, Map<String, ? extends @Nullable Object> members) {
        return json(status, JsonWriter.write(members));
    }

    /** A response whose body is the JSON text {@code json}. */
    public static AuthResponse json(int status, String json) {
        return new AuthResponse(status, JSON.headers, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A response without a body, and so without a Content-Type. */
    public static AuthResponse empty(int status) {
        return new AuthResponse(status, BARE.headers, BARE.body);
    }

    /** This response with the header field {@code name} set to {@code value}, whatever it was before. */
    public AuthResponse with(String name, String value) {
        Map<String, String> extended = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        extended.putAll(headers);
        extended.put(name, value);
        return new AuthResponse(status, Collections.unmodifiableMap(extended), body);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The header fields to send, each once; looked up without regard to case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Status and size alone: a body may hold credentials. */
    @Override
    public String toString() {
        return "AuthResponse[" + status + ", " + body.length + " bytes]";
    }
}
