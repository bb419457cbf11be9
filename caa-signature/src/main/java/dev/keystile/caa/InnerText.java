package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keystile.codec.ByteSource;
import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a header says beneath its encoding: key, colon, signature, space and timestamp, as ASCII. Who signs and who verifies take the key
 * and the time from here, each byte as it goes over the wire.
 */
final class InnerText {

    static final String SCHEME = "Caa ";
    static final int TIMESTAMP_LENGTH = 13;

    /** Bytes in front of what is encoded, whose four characters the scheme then takes the place of. */
    private static final int SCHEME_ROOM = 3;

    private static final int SIGNATURE = ApiKey.TEXT_LENGTH + 1;

    private final byte[] bytes;
    private final int start;
    private final int end;

    /** The text from {@code start} up to {@code end}, which is known to have that shape. */
    InnerText(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** What says all three. */
    static InnerText of(ApiKey apiKey, byte[] signature, String timestamp) {
        InnerText inner = blank(signature.length);
        inner.putKey(apiKey::writeText);
        inner.putSignature(signature);
        inner.putTimestamp(Long.parseLong(timestamp));
        return inner;
    }

    /** One with room for a signature of {@code signatureLength} bytes, and nothing but what separates the parts. */
    static InnerText blank(int signatureLength) {
        int signatureEnd = SCHEME_ROOM + SIGNATURE + CanonicalBase64.encodedLength(signatureLength);
        byte[] bytes = new byte[signatureEnd + 1 + TIMESTAMP_LENGTH];
        bytes[SCHEME_ROOM + ApiKey.TEXT_LENGTH] = ':';
        bytes[signatureEnd] = ' ';
        return new InnerText(bytes, SCHEME_ROOM, bytes.length);
    }

    /** @param apiKey writes the characters of the key */
    void putKey(ByteSource apiKey) {
        apiKey.writeTo(bytes, start);
    }

    /** @param timestamp Unix milliseconds, at most 13 digits */
    void putTimestamp(long timestamp) {
        long rest = timestamp;
        for (int at = end - 1; at >= end - TIMESTAMP_LENGTH; at--) {
            long tenth = rest / 10;
            bytes[at] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        }
    }

    void putSignature(byte[] signature) {
        CanonicalBase64.encode(signature, bytes, start + SIGNATURE);
    }

    /** The characters of the key, into {@code target} from {@code at} on; where they end. */
    int writeKey(byte[] target, int at) {
        System.arraycopy(bytes, start, target, at, ApiKey.TEXT_LENGTH);
        return at + ApiKey.TEXT_LENGTH;
    }

    /** The digits of the timestamp, likewise. */
    int writeTimestamp(byte[] target, int at) {
        System.arraycopy(bytes, end - TIMESTAMP_LENGTH, target, at, TIMESTAMP_LENGTH);
        return at + TIMESTAMP_LENGTH;
    }

    String key() {
        return new String(bytes, start, ApiKey.TEXT_LENGTH, ISO_8859_1);
    }

    String timestamp() {
        return new String(bytes, end - TIMESTAMP_LENGTH, TIMESTAMP_LENGTH, ISO_8859_1);
    }

    /** The header's value. */
    @SuppressWarnings("deprecation") // it drops the high half of characters, and ASCII has none
    String toHeader() {
        boolean hasRoom = start == SCHEME_ROOM && end == bytes.length;
        byte[] inner = hasRoom ? bytes : Arrays.copyOfRange(bytes, start - SCHEME_ROOM, end);
        byte[] text = Base64.getEncoder().encode(inner);
        SCHEME.getBytes(0, SCHEME.length(), text, 0);
        return new String(text, ISO_8859_1);
    }
}
