package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import java.util.List;

/**
 * An {@code Authorization: Caa …} header, well-formed but not verified. Parsing is strict: one spelling for one header, so that
 * nothing that was refused or seen before comes back in another guise.
 */
public final class CaaHeader implements ParsedHeader {

    /** The longest header value, in characters, that is looked at. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final int NO_TIMESTAMP = -1;

    private final ApiKey apiKey;
    private final byte[] signature;
    private final long timestampMillis;
    private final InnerText inner;

    CaaHeader(ApiKey apiKey, byte[] signature, String timestamp) {
        this(apiKey, signature, Long.parseLong(timestamp), InnerText.of(apiKey, signature, timestamp));
    }

    private CaaHeader(ApiKey apiKey, byte[] signature, long timestampMillis, InnerText inner) {
        this.apiKey = apiKey;
        this.signature = signature;
        this.timestampMillis = timestampMillis;
        this.inner = inner;
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
        if (!value.regionMatches(true, 0, InnerText.SCHEME, 0, InnerText.SCHEME.length())) {
            return HeaderFault.OTHER_SCHEME;
        }
        byte[] text = value.getBytes(ISO_8859_1);
        int end = CanonicalBase64.decodeInPlace(text, InnerText.SCHEME.length(), text.length);
        return end < 0 ? HeaderFault.NOT_BASE64 : parseInner(text, InnerText.SCHEME.length(), end);
    }

    private static ParsedHeader parseInner(byte[] inner, int start, int end) {
        int colon = start + ApiKey.TEXT_LENGTH;
        int space = end - InnerText.TIMESTAMP_LENGTH - 1;
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
        long timestamp = timestamp(inner, space + 1, end);
        return timestamp == NO_TIMESTAMP
                ? HeaderFault.BAD_TIMESTAMP
                : new CaaHeader(apiKey, signature, timestamp, new InnerText(inner, start, end));
    }

    private static long timestamp(byte[] text, int start, int end) {
        long millis = 0;
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return NO_TIMESTAMP;
            }
            millis = millis * 10 + text[i] - '0';
        }
        return millis;
    }

    /** The header's value, the one spelling that {@link #parse(String)} takes. */
    public String format() {
        return inner.toHeader();
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
        return timestampMillis;
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
        return new SigningString(action, inner);
    }

    /** Masked: neither the signature nor the whole key. */
    @Override
    public String toString() {
        return "CaaHeader[" + apiKey + ", signature redacted, " + inner.timestamp() + "]";
    }
}
