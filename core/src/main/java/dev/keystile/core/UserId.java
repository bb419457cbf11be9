package dev.keystile.core;

import dev.keystile.codec.UnicodeText;

/**
 * The application's own identifier of a user, taken as it is: 1 to 255 characters, none of them a control character or half of
 * a surrogate pair. Two ids are the same user only if they are equal to the character.
 */
public record UserId(String value) {

    private static final int MAX_LENGTH = 255;

    /**
     * @throws IllegalArgumentException if {@code value} is empty, longer than 255 characters, or holds a control character or
     *     an unpaired surrogate
     */
    public UserId {
        if (!isFit(value)) {
            throw new IllegalArgumentException(
                    "A user id has 1 to " + MAX_LENGTH + " characters, no control characters and no"
                            + " unpaired surrogates; this one has " + value.length()
                            + ". Return a short, printable id from the user"
                            + " directory.");
        }
    }

    /** Whether {@code value} can be a user id, for values that come from outside. */
    public static boolean isFit(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && !UnicodeText.hasControlCharacter(value)
                && UnicodeText.isWellFormed(value);
    }

    /** The slot that everything of this user lives in. */
    public UserTag tag() {
        return UserTag.of(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
