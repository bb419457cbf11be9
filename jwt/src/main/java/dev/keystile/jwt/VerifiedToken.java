package dev.keystile.jwt;

/**
 * A token that holds now: whoever presents it may act as its subject, unless the ledger says that it was revoked. Only a
 * {@link TokenVerifier} can make one, so a method that takes a {@code VerifiedToken} needs no check of its own.
 */
public final class VerifiedToken extends GenuineToken {

    VerifiedToken(TokenClaims claims) {
        super(claims);
    }
}
