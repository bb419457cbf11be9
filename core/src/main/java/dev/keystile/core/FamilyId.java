package dev.keystile.core;

/**
 * What a login begins and every exchange continues: all credentials that succeed one another from one login share a family, so
 * that revoking the family ends that login, whichever of its credentials is alive at the time. 1 to 64 characters of
 * {@code A-Z a-z 0-9 . _ ~ -}; those that we make have 16 letters and digits.
 */
public record FamilyId(String value) {

    private static final int MAX_LENGTH = 64;
    private static final int MADE_LENGTH = 16;
    private static final boolean[] ALLOWED = allowed();

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
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return c < ALLOWED.length && ALLOWED[c];
    }

    private static boolean[] allowed() {
        boolean[] allowed = new boolean['~' + 1];
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-".toCharArray()) {
            allowed[c] = true;
        }
        return allowed;
    }

    @Override
    public String toString() {
        return value;
    }
}
