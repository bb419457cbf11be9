package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** One response as it came: every header line, and the body with its framing taken off. Immutable. */
public final class WireResponse {

    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    /** A response of these parts. */
    public WireResponse(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** Every header line, in order. */
    public List<Header> headers() {
        return headers;
    }

    /** Every value of the header {@code name}, whatever its case, in order. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Status and size alone: a body may hold credentials. */
    @Override
    public String toString() {
        return "WireResponse[" + status + ", " + body.length + " bytes]";
    }

    /**
     * One header line.
     *
     * @param name as sent
     * @param value without the white space around it
     */
    public record Header(String name, String value) {

        /** The name alone: a value may be a credential. */
        @Override
        public String toString() {
            return name;
        }
    }
}
