package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The contract's header, read slowly and plainly: by expressions, by the JDK's decoder, and by spelling again what was decoded.
 *
 * @param apiKey as written
 * @param signature as written
 * @param timestamp 13 digits
 */
record ReferenceHeader(String apiKey, String signature, String timestamp) {

    private static final int LONGEST = 8192;
    private static final int KEY_BYTES = 32;
    private static final Pattern OUTER = Pattern.compile("[Cc][Aa][Aa] ([A-Za-z0-9+/]+={0,2})");
    private static final Pattern INNER =
            Pattern.compile("([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]+={0,2}) ([0-9]{13})", Pattern.DOTALL);

    static Optional<ReferenceHeader> parse(String value) {
        Matcher outer = OUTER.matcher(value);
        if (value.length() > LONGEST || !outer.matches()) {
            return Optional.empty();
        }
        return decode(outer.group(1)).flatMap(bytes -> parseInner(new String(bytes, ISO_8859_1)));
    }

    private static Optional<ReferenceHeader> parseInner(String text) {
        Matcher inner = INNER.matcher(text);
        if (!inner.matches()
                || decode(inner.group(1)).filter(key -> key.length == KEY_BYTES).isEmpty()
                || decode(inner.group(2)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReferenceHeader(inner.group(1), inner.group(2), inner.group(3)));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Optional.of(bytes)
                    .filter(decoded ->
                            Base64.getEncoder().encodeToString(decoded).equals(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Whether one of the three algorithms makes this signature, by another implementation than ours. */
    boolean isSigned(String action, String secret) {
        String message = "?action=" + action + "&apiKey=" + apiKey + "&timestamp=" + timestamp;
        String legacy = "?action=" + action + "&apiKey=" + apiKey + "&secretKey=" + secret + "&timestamp=" + timestamp;
        byte[] key = secret.getBytes(US_ASCII);
        return Stream.of(
                        new HmacUtils(HmacAlgorithms.HMAC_SHA_1, key).hmac(message),
                        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(message),
                        DigestUtils.sha1(legacy))
                .map(Base64.getEncoder()::encodeToString)
                .anyMatch(signature::equals);
    }
}
