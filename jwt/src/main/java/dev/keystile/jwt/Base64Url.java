package dev.keystile.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url in its one canonical spelling (RFC 7515, section 2; RFC 4648, section 3.5): that alphabet alone, no padding, spare
 * bits zero. Checked here, then decoded by the JDK, which by itself would take more.
 */
final class Base64Url {

    private static final byte OUTSIDE = -1;
    private static final byte[] VALUES = values();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the bytes of {@code text} from {@code start} up to {@code end} spell at least one byte canonically. */
    static boolean isCanonical(byte[] text, int start, int end) {
        int length = end - start;
        if (length < 2 || length % 4 == 1) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text[i] < 0 || VALUES[text[i]] == OUTSIDE) {
                return false;
            }
        }
        int last = VALUES[text[end - 1]];
        return switch (length % 4) {
            case 2 -> (last & 0b1111) == 0;
            case 3 -> (last & 0b11) == 0;
            default -> true;
        };
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, OUTSIDE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int value = 0; value < alphabet.length(); value++) {
            values[alphabet.charAt(value)] = (byte) value;
        }
        return values;
    }
}
