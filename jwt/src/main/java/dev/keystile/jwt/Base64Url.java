package dev.keystile.jwt;

import dev.keystile.codec.Base64Alphabet;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Base64url in its one canonical spelling (RFC 7515, section 2; RFC 4648, section 3.5): that alphabet alone, no padding, spare
 * bits zero.
 */
final class Base64Url {

    private Base64Url() {}

    static String encode(byte[] bytes) {
        byte[] text = new byte[Base64Alphabet.encodedLength(bytes.length)];
        Base64Alphabet.URL.encode(bytes, text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the bytes of {@code text} from {@code start} up to {@code end} spell at least one byte canonically. */
    static boolean isCanonical(byte[] text, int start, int end) {
        return Base64Alphabet.URL.isCanonical(text, start, end);
    }

    /** The bytes that {@code text} spells from {@code start} up to {@code end}, or null if it isn't canonical. */
    static byte @Nullable [] decode(byte[] text, int start, int end) {
        byte[] decoded = new byte[Base64Alphabet.decodedLength(end - start)];
        return Base64Alphabet.URL.decode(text, start, end, decoded, 0) == decoded.length ? decoded : null;
    }
}
