package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as the contract wants it: status, body to the byte, and the header fields that matter. Immutable. */
public final class Answer {

    private final int status;
    private final String body;
    private final Map<String, String> headers;

    private Answer(int status, String body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    /** An answer with this body. */
    public static Answer of(int status, String body) {
        return new Answer(status, body, Map.of());
    }

    /** An answer whose body is {@code {"message":"…"}}. */
    public static Answer message(int status, String text) {
        return of(status, "{\"message\":\"" + text + "\"}");
    }

    /** This answer, in which {@code name} stands exactly once, with {@code value}. */
    public Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** Whether {@code response} is this answer. */
    public boolean matches(WireResponse response) {
        return response.status() == status
                && response.text().equals(body)
                && headers.entrySet().stream()
                        .allMatch(header -> response.all(header.getKey()).equals(List.of(header.getValue())));
    }

    /**
     * Returns {@code response} if it is this answer.
     *
     * @throws Discrepancy if it isn't
     */
    public WireResponse require(WireResponse response) {
        if (!matches(response)) {
            throw new Discrepancy(toString(), describe(response));
        }
        return response;
    }

    private String describe(WireResponse response) {
        StringBuilder seen = new StringBuilder(response.status() + " " + response.text());
        headers.keySet()
                .forEach(name -> seen.append(", ").append(name).append(": ").append(response.all(name)));
        return seen.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status + " " + body);
        headers.forEach(
                (name, value) -> text.append(", ").append(name).append(": ").append(value));
        return text.toString();
    }
}
