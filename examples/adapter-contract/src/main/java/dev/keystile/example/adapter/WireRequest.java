package dev.keystile.example.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as its bytes go over the wire, so that it can say what no client library would. Immutable. */
final class WireRequest {

    private final String method;
    private final String target;
    private final List<String> fieldLines;
    private final byte[] body;

    private WireRequest(String method, String target, List<String> fieldLines, byte[] body) {
        this.method = method;
        this.target = target;
        this.fieldLines = fieldLines;
        this.body = body;
    }

    /** A request without a body; method and target are sent as they are, however odd. */
    static WireRequest of(String method, String target) {
        return new WireRequest(method, target, List.of("Host: 127.0.0.1"), new byte[0]);
    }

    /** This request with one more header line. */
    WireRequest field(String name, String value) {
        List<String> more = new ArrayList<>(fieldLines);
        more.add(name + ": " + value);
        return new WireRequest(method, target, List.copyOf(more), body);
    }

    /** This request with {@code bytes} as its body, and their length. */
    WireRequest sized(byte[] bytes) {
        return field("Content-Length", Integer.toString(bytes.length)).followedBy(bytes);
    }

    /** This request with {@code json} as its body. */
    WireRequest json(String json) {
        return field("Content-Type", "application/json").sized(json.getBytes(StandardCharsets.UTF_8));
    }

    /** This request with {@code bytes} as its body, in one chunk for each {@code chunkSize} of them. */
    WireRequest chunked(byte[] bytes, int chunkSize) {
        return field("Transfer-Encoding", "chunked").followedBy(Chunks.of(bytes, chunkSize));
    }

    private WireRequest followedBy(byte[] bytes) {
        return new WireRequest(method, target, fieldLines, bytes);
    }

    /** The bytes of everything up to the body. */
    byte[] head() {
        String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", fieldLines) + "\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of the body. */
    byte[] body() {
        return body;
    }

    /** Whether the answer's length is told and its body is not sent. */
    boolean wantsNoBody() {
        return method.equals("HEAD");
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
