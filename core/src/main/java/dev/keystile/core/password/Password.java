package dev.keystile.core.password;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A password as it was presented, to be hashed and forgotten. Its characters leave through {@link #utf8()} alone; it has no
 * equality of its own, because the only way to compare passwords is {@link PasswordHasher#matches}.
 */
public final class Password {

    private final String text;
    private final PasswordForm form;

    private Password(String text, PasswordForm form) {
        this.text = text;
        this.form = form;
    }

    /** A password as the user typed it: taken as it is, neither trimmed nor normalised. */
    public static Password plain(String text) {
        return new Password(text, PasswordForm.PLAIN);
    }

    /**
     * The MD5 of a password, lower-cased.
     *
     * @throws IllegalArgumentException if {@code hex} isn't 32 hex digits
     */
    public static Password md5Hex(String hex) {
        if (!isMd5Hex(hex)) {
            throw new IllegalArgumentException("An MD5 is 32 hex digits; hash the password before it is sent.");
        }
        return new Password(hex.toLowerCase(Locale.ROOT), PasswordForm.MD5_HEX);
    }

    /** Whether {@code text} is 32 hex digits, in either case, for values that come from outside. */
    public static boolean isMd5Hex(String text) {
        return text.length() == 32 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** Which of an account's hashes it is compared with. */
    public PasswordForm form() {
        return form;
    }

    char[] characters() {
        return text.toCharArray();
    }

    /** The UTF-8 bytes of the characters, in the clear, in an array of their own. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
