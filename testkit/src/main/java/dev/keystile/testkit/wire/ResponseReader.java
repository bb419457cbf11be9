package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.wire.WireResponse.Header;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads responses off a connection by RFC 9112, one after another. */
final class ResponseReader {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int HEXADECIMAL = 16;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;

    private final InputStream in;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /** The next response that isn't an interim one, or nothing if the server closed instead of answering. */
    Optional<WireResponse> read(boolean toHead) throws IOException {
        Optional<WireResponse> response = readAny(toHead);
        while (response.isPresent() && response.get().status() < 200) {
            response = readAny(toHead);
        }
        return response;
    }

    private Optional<WireResponse> readAny(boolean toHead) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int status = status((char) first + readLine());
        WireResponse head = new WireResponse(status, readHeaders(), new byte[0]);
        boolean bodiless = toHead || status < 200 || status == 204 || status == 304;
        return Optional.of(bodiless ? head : new WireResponse(status, head.headers(), readBody(head)));
    }

    private static int status(String statusLine) throws ProtocolException {
        if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new ProtocolException("what came is no status line of HTTP/1.1");
        }
        return Integer.parseInt(statusLine.substring(STATUS_FROM, STATUS_TO));
    }

    private List<Header> readHeaders() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("a header line without a name or a colon came");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] readBody(WireResponse head) throws IOException {
        if (!head.all("Transfer-Encoding").isEmpty()) {
            return readChunks();
        }
        List<String> lengths = head.all("Content-Length");
        if (lengths.isEmpty()) {
            return in.readAllBytes();
        }
        return readExactly(parse(lengths.get(0), 10));
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(readExactly(size));
            readLine();
        }
        readHeaders();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return parse(readLine().split(";", 2)[0].strip(), HEXADECIMAL);
    }

    private static int parse(String number, int radix) throws ProtocolException {
        try {
            return Integer.parseUnsignedInt(number, radix);
        } catch (NumberFormatException noNumber) {
            throw new ProtocolException("a length that is no number came");
        }
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server closed in the middle of a body");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the server closed in the middle of a line, or the line has no end");
            }
            line.write(next);
        }
        String text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
