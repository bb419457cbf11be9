package dev.keystile.soak.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request. It holds credentials, so it is never printed.
 *
 * @param headers at most one of each name
 * @param body may be empty
 */
record Call(String method, String path, Map<String, String> headers, String body) {

    Call {
        headers = Map.copyOf(headers);
    }

    /** A request with nothing but {@code authorization}. */
    static Call authorized(String method, String path, String authorization) {
        return new Call(method, path, Map.of("Authorization", authorization), "");
    }

    /** A request with a body. */
    static Call json(String path, String json) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    /** The same, with one header more, or another value of it. */
    Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    @Override
    public String toString() {
        return method + " " + path.replaceFirst("/tokens/.*", "/tokens/…");
    }
}
