package dev.keystile.jwt;

import dev.keystile.codec.UnicodeText;
import org.jspecify.annotations.Nullable;

/** What {@code sub} and {@code jti} may be: texts that fit a column, a log line and a user id. */
final class Names {

    private static final int LONGEST = 255;
    private static final long GREATEST_NUMBER = (1L << 53) - 1;
    private static final int MOST_DIGITS = 16;

    private Names() {}

    /** Whether {@code value} is a text of 1 to 255 characters, none of them a control character. */
    static boolean isFit(@Nullable Object value) {
        return value instanceof String text
                && !text.isEmpty()
                && text.length() <= LONGEST
                && !UnicodeText.hasControlCharacter(text);
    }

    /** Whether {@code value} is a whole number that every JSON reader keeps exactly: 0 to 2^53-1. */
    static boolean isNumber(@Nullable Object value) {
        return value instanceof Long number && number >= 0 && number <= GREATEST_NUMBER;
    }

    /** {@code subject} as it goes into a token: a number if it is the canonical spelling of one and {@code numeric} is wanted. */
    static Object toClaim(String subject, boolean numeric) {
        if (!isFit(subject)) {
            throw new IllegalArgumentException("A subject has 1 to " + LONGEST
                    + " characters, none of them a control character; use the user's id or name.");
        }
        if (numeric && isCanonicalDecimal(subject)) {
            Object number = Long.valueOf(subject);
            return isNumber(number) ? number : subject;
        }
        return subject;
    }

    /** Whether {@code text} has 1 to 16 ASCII digits, the first of which is no zero unless it is the only one. */
    private static boolean isCanonicalDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() <= MOST_DIGITS && (text.charAt(0) != '0' || text.length() == 1);
    }
}
