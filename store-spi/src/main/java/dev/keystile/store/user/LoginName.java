package dev.keystile.store.user;

/**
 * What a user typed to say who they are. The kind is told from the shape alone, so that a directory is asked once.
 *
 * @param text as typed, 1 to 255 characters
 */
public record LoginName(String text) {

    private static final int MAX_LENGTH = 255;
    private static final int SHORTEST_PHONE = 5;
    private static final int LONGEST_PHONE = 15;

    /** What a login name looks like. */
    public enum Kind {
        /** It holds an {@code @} with something on both sides. */
        EMAIL,
        /** 5 to 15 digits, with a {@code +} in front or without. */
        PHONE,
        /** Anything else. */
        NAME
    }

    /** @throws IllegalArgumentException if {@code text} is empty or longer than 255 characters */
    public LoginName {
        if (!isFit(text)) {
            throw new IllegalArgumentException("A login name has 1 to " + MAX_LENGTH + " characters.");
        }
    }

    /** Whether {@code text} can be a login name, for values that come from outside. */
    public static boolean isFit(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    /** What it looks like. */
    public Kind kind() {
        int at = text.indexOf('@');
        if (at > 0 && at < text.length() - 1) {
            return Kind.EMAIL;
        }
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean phone = digits.length() >= SHORTEST_PHONE
                && digits.length() <= LONGEST_PHONE
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return phone ? Kind.PHONE : Kind.NAME;
    }
}
