package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.util.Base64;
import java.util.List;

/**
 * An {@code Authorization: Caa …} header, well-formed but not verified. Parsing is strict: one spelling for one header, so that
 * nothing that was refused or seen before comes back in another guise.
 */
public final class CaaHeader implements ParsedHeader {

    /** The longest header value, in characters, that is looked at. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final String SCHEME = "Caa ";
    private static final int TIMESTAMP_LENGTH = 13;

    /** Bytes in front of what is encoded, whose four characters the scheme then takes the place of. */
    private static final int SCHEME_ROOM = 3;

    private final ApiKey apiKey;
    private final byte[] signature;
    private final String timestamp;

    CaaHeader(ApiKey apiKey, byte[] signature, String timestamp) {
        this.apiKey = apiKey;
        this.signature = signature;
        this.timestamp = timestamp;
    }

    /** The header among all {@code Authorization} values of one request. Never throws. */
    public static ParsedHeader parse(List<String> values) {
        if (values.isEmpty()) {
            return HeaderFault.MISSING;
        }
        return values.size() > 1 ? HeaderFault.REPEATED : parse(values.get(0));
    }

    /** The header that {@code value} is. Never throws. */
    public static ParsedHeader parse(String value) {
        if (value.length() > MAX_LENGTH) {
            return HeaderFault.TOO_LONG;
        }
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return HeaderFault.OTHER_SCHEME;
        }
        byte[] text = value.getBytes(ISO_8859_1);
        int end = CanonicalBase64.decodeInPlace(text, SCHEME.length(), text.length);
        return end < 0 ? HeaderFault.NOT_BASE64 : parseInner(text, SCHEME.length(), end);
    }

    private static ParsedHeader parseInner(byte[] inner, int start, int end) {
        int colon = start + ApiKey.TEXT_LENGTH;
        int space = end - TIMESTAMP_LENGTH - 1;
        if (space <= colon || inner[colon] != ':' || inner[space] != ' ') {
            return HeaderFault.WRONG_SHAPE;
        }
        ApiKey apiKey = ApiKey.parse(inner, start, colon);
        if (apiKey == null) {
            return HeaderFault.BAD_API_KEY;
        }
        byte[] signature = CanonicalBase64.decode(inner, colon + 1, space);
        if (signature == null || signature.length == 0) {
            return HeaderFault.BAD_SIGNATURE;
        }
        return isAllDigits(inner, space + 1, end)
                ? new CaaHeader(apiKey, signature, new String(inner, space + 1, TIMESTAMP_LENGTH, ISO_8859_1))
                : HeaderFault.BAD_TIMESTAMP;
    }

    private static boolean isAllDigits(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** The header's value, the one spelling that {@link #parse(String)} takes. */
    public String format() {
        byte[] inner = new byte
                [SCHEME_ROOM
                        + ApiKey.TEXT_LENGTH
                        + 1
                        + CanonicalBase64.encodedLength(signature.length)
                        + 1
                        + TIMESTAMP_LENGTH];
        int colon = apiKey.writeText(inner, SCHEME_ROOM);
        inner[colon] = ':';
        int space = CanonicalBase64.encode(signature, inner, colon + 1);
        inner[space] = ' ';
        write(timestamp, inner, space + 1);
        byte[] text = Base64.getEncoder().encode(inner);
        write(SCHEME, text, 0);
        return new String(text, ISO_8859_1);
    }

    @SuppressWarnings("deprecation") // it drops the high half of characters, and ASCII has none
    private static void write(String ascii, byte[] target, int at) {
        ascii.getBytes(0, ascii.length(), target, at);
    }

    /** The key that the signer claims to hold a pair of. */
    public ApiKey apiKey() {
        return apiKey;
    }

    /** Whether {@code algorithm} makes the signature of this text. */
    boolean isSignedBy(CaaAlgorithm algorithm, SigningString signing, ApiSecret secret) {
        return algorithm.matches(signing, secret, signature);
    }

    /** A copy of the signature; not verified. */
    public byte[] signature() {
        return signature.clone();
    }

    /** When the signer says it signed, in Unix milliseconds. */
    public long timestampMillis() {
        return Long.parseLong(timestamp);
    }

    /** The text that {@code algorithm} digests for {@code action}, with key and secret masked; for developers to read. */
    public String describeSigned(String action, CaaAlgorithm algorithm) {
        return algorithm
                .describe(signingString(action))
                .replace(apiKey.text(), apiKey.text().substring(0, 6) + "…");
    }

    /** As {@link #describeSigned(String, CaaAlgorithm)}, for a signature that binds its request; by whichever algorithm. */
    public String describeSigned(String action, RequestBinding binding) {
        return new BoundSignature(signingString(action), binding)
                .text()
                .replace(apiKey.text(), apiKey.text().substring(0, 6) + "…");
    }

    SigningString signingString(String action) {
        return new SigningString(action, apiKey, timestamp);
    }

    /** Masked: neither the signature nor the whole key. */
    @Override
    public String toString() {
        return "CaaHeader[" + apiKey + ", signature redacted, " + timestamp + "]";
    }
}
