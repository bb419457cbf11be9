package dev.keystile.store.token;

import dev.keystile.core.UserId;

/**
 * Whose tokens, and of which kind: each kind has lifetimes of its own, so what is remembered of one says nothing of another.
 *
 * @param user the user
 * @param kind 1 to 32 characters of {@code a-z 0-9 -}, the same on every node
 */
public record TokenHolder(UserId user, String kind) {

    private static final int MAX_KIND = 32;

    /** @throws IllegalArgumentException if {@code kind} is empty, longer than 32 characters or holds any other character */
    public TokenHolder {
        if (!isKind(kind)) {
            throw new IllegalArgumentException(
                    "A kind of token is named by 1 to " + MAX_KIND + " characters of a-z 0-9 -, not '" + kind + "'.");
        }
    }

    private static boolean isKind(String kind) {
        for (int i = 0; i < kind.length(); i++) {
            if (!isAllowed(kind.charAt(i))) {
                return false;
            }
        }
        return !kind.isEmpty() && kind.length() <= MAX_KIND;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
}
