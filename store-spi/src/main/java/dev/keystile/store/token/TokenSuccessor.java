package dev.keystile.store.token;

import org.jspecify.annotations.Nullable;

/**
 * What shall succeed a token.
 *
 * @param tokenId the successor's {@code jti}, 1 to 255 characters
 * @param sealed the successor itself, for those who race inside the grace window; null where there is no window
 */
public record TokenSuccessor(String tokenId, @Nullable SealedToken sealed) {

    /** @throws IllegalArgumentException if {@code tokenId} is empty or longer than 255 characters */
    public TokenSuccessor {
        TokenReference.requireTokenId(tokenId);
    }

    /** Masked, as a {@link TokenReference} is. */
    @Override
    public String toString() {
        return "TokenSuccessor[" + (sealed == null ? "not kept" : "sealed") + "]";
    }
}
