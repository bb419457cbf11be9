package dev.keystile.example.adapter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An answer as it came over the wire. Immutable. */
final class WireAnswer {

    private static final Set<String> SERVERS_OWN = Set.of("connection", "date", "keep-alive", "server");

    private final int status;
    private final Map<String, List<String>> fields;
    private final byte[] body;

    /** @param fields the values of each header field, by its name in lower case */
    WireAnswer(int status, Map<String, List<String>> fields, byte[] body) {
        this.status = status;
        this.fields = fields;
        this.body = body;
    }

    WireAnswer withBody(byte[] bytes) {
        return new WireAnswer(status, fields, bytes);
    }

    int status() {
        return status;
    }

    /** Every value of the header field {@code name}, which is in lower case. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The header fields, without those that a server may add by itself; a field that came twice has a bar in its value. */
    Map<String, String> libraryFields() {
        Map<String, String> shown = new TreeMap<>();
        fields.forEach((name, values) -> shown.put(name, String.join(" | ", values)));
        shown.keySet().removeAll(SERVERS_OWN);
        return shown;
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + fields + " " + text();
    }
}
