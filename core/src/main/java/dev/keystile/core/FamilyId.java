package dev.keystile.core;

import java.util.regex.Pattern;

/**
 * What a login begins and every exchange continues: all credentials that succeed one another from one login share a family, so
 * that revoking the family ends that login, whichever of its credentials is alive at the time. 1 to 64 characters of
 * {@code A-Z a-z 0-9 . _ ~ -}; those that we make have 16 letters and digits.
 */
public record FamilyId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final int MADE_LENGTH = 16;

    /** @throws IllegalArgumentException if {@code value} is empty, longer than 64 characters or holds any other character */
    public FamilyId {
        if (!isFit(value)) {
            throw new IllegalArgumentException(
                    "A family id has 1 to 64 characters of A-Z a-z 0-9 . _ ~ -; make one with random().");
        }
    }

    /** A new family, with 95 bits from {@code random}. */
    public static FamilyId random(RandomBytes random) {
        return new FamilyId(random.alphanumeric(MADE_LENGTH));
    }

    /** Whether {@code value} can be a family id, for values that come from outside. */
    public static boolean isFit(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
