package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiKey;
import java.util.List;
import java.util.Optional;

/**
 * An {@code Authorization: Caa …} header, well-formed but not verified. Parsing is strict: one spelling for one header, so that
 * nothing that was refused or seen before comes back in another guise.
 */
public final class CaaHeader implements ParsedHeader {

    /** The longest header value, in characters, that is looked at. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final String SCHEME = "Caa ";
    private static final int KEY_LENGTH = 44;
    private static final int TIMESTAMP_LENGTH = 13;

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
        Optional<byte[]> decoded = CanonicalBase64.decode(value.substring(SCHEME.length()));
        return decoded.isPresent() ? parseInner(new String(decoded.get(), ISO_8859_1)) : HeaderFault.NOT_BASE64;
    }

    private static ParsedHeader parseInner(String inner) {
        int space = inner.length() - TIMESTAMP_LENGTH - 1;
        if (space <= KEY_LENGTH || inner.charAt(KEY_LENGTH) != ':' || inner.charAt(space) != ' ') {
            return HeaderFault.WRONG_SHAPE;
        }
        Optional<ApiKey> apiKey = ApiKey.parse(inner.substring(0, KEY_LENGTH));
        if (apiKey.isEmpty()) {
            return HeaderFault.BAD_API_KEY;
        }
        Optional<byte[]> signature = CanonicalBase64.decode(inner.substring(KEY_LENGTH + 1, space));
        if (signature.filter(bytes -> bytes.length > 0).isEmpty()) {
            return HeaderFault.BAD_SIGNATURE;
        }
        String timestamp = inner.substring(space + 1);
        if (!timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return HeaderFault.BAD_TIMESTAMP;
        }
        return new CaaHeader(apiKey.get(), signature.get(), timestamp);
    }

    /** The header's value, the one spelling that {@link #parse(String)} takes. */
    public String format() {
        String inner = apiKey.text() + ":" + CanonicalBase64.encode(signature) + " " + timestamp;
        return SCHEME + CanonicalBase64.encode(inner.getBytes(US_ASCII));
    }

    /** The key that the signer claims to hold a pair of. */
    public ApiKey apiKey() {
        return apiKey;
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
