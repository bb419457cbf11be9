package dev.keystile.store.token;

import dev.keystile.core.FamilyId;

/**
 * What a ledger knows a token by; all of it comes from the token itself, once its signature has been verified.
 *
 * @param holder whose it is, and of which kind
 * @param family the login that it comes from
 * @param tokenId its {@code jti}, 1 to 255 characters, unique within the holder
 * @param loginAtMillis when that login was, in Unix milliseconds; exchanges don't change it
 */
public record TokenReference(TokenHolder holder, FamilyId family, String tokenId, long loginAtMillis) {

    /** The longest {@code jti} that a ledger keeps. */
    public static final int MAX_TOKEN_ID = 255;

    /** @throws IllegalArgumentException if {@code tokenId} is empty or longer than 255 characters */
    public TokenReference {
        requireTokenId(tokenId);
    }

    static void requireTokenId(String tokenId) {
        if (tokenId.isEmpty() || tokenId.length() > MAX_TOKEN_ID) {
            throw new IllegalArgumentException(
                    "A token id has 1 to " + MAX_TOKEN_ID + " characters, this one has " + tokenId.length() + ".");
        }
    }

    /** Masked: who can read a token id can't present the token, but needn't know it either. */
    @Override
    public String toString() {
        return "TokenReference[" + holder + ", family " + family + "]";
    }
}
