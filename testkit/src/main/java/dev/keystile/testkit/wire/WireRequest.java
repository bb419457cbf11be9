package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One request as it goes out, byte for byte. Nothing is checked, corrected or left out: two headers of one name are two lines,
 * and a header with a line break in it is sent as such. {@code Host} alone is added by the connection, in front.
 *
 * <p>Immutable; each method returns another request.
 */
public final class WireRequest {

    private static final String END_OF_LINE = "\r\n";

    private final String method;
    private final String target;
    private final List<String> lines;
    private final byte[] body;

    private WireRequest(String method, String target, List<String> lines, byte[] body) {
        this.method = method;
        this.target = target;
        this.lines = lines;
        this.body = body;
    }

    /** A request without headers or body. */
    public static WireRequest of(String method, String target) {
        return new WireRequest(method, target, List.of(), new byte[0]);
    }

    /** With one more header line; its text goes out as UTF-8. */
    public WireRequest header(String name, String value) {
        return line(name + ": " + value);
    }

    /** With one more line in the head, exactly as given. */
    public WireRequest line(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new WireRequest(method, target, List.copyOf(more), body);
    }

    /** With {@code bytes} as the body and a {@code Content-Length} that is right. */
    public WireRequest body(byte[] bytes) {
        return header("Content-Length", Integer.toString(bytes.length)).unframed(bytes);
    }

    /** With {@code text} as a body of {@code application/json}, and a {@code Content-Length} that is right. */
    public WireRequest json(String text) {
        return header("Content-Type", "application/json").body(text.getBytes(UTF_8));
    }

    /** With {@code bytes} as the body, in chunks of {@code size} bytes. */
    public WireRequest chunked(byte[] bytes, int size) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += size) {
            int length = Math.min(size, bytes.length - from);
            chunks.writeBytes(ascii(Integer.toHexString(length) + END_OF_LINE));
            chunks.write(bytes, from, length);
            chunks.writeBytes(ascii(END_OF_LINE));
        }
        chunks.writeBytes(ascii("0" + END_OF_LINE + END_OF_LINE));
        return header("Transfer-Encoding", "chunked").unframed(chunks.toByteArray());
    }

    /** With {@code bytes} behind the head, and no word of them in it. */
    public WireRequest unframed(byte[] bytes) {
        return new WireRequest(method, target, lines, bytes.clone());
    }

    /** The method. */
    public String method() {
        return method;
    }

    /** The request target, as it goes out. */
    public String target() {
        return target;
    }

    /** The whole request, for the server at {@code host}. */
    public byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1" + END_OF_LINE);
        head.append("Host: ").append(host).append(END_OF_LINE);
        lines.forEach(line -> head.append(line).append(END_OF_LINE));
        head.append(END_OF_LINE);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Method and size alone: target, headers and body may hold credentials. */
    @Override
    public String toString() {
        return "WireRequest[" + method + ", " + lines.size() + " header lines, " + body.length + " bytes]";
    }
}
