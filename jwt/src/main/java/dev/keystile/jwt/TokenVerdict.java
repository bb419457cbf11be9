package dev.keystile.jwt;

/**
 * What a verifier found: a {@link VerifiedToken}, a {@link RefreshableAfterExpiry}, or a {@link Refused}. Whether a token was
 * spent or revoked is not in it; the ledger knows.
 */
public sealed interface TokenVerdict permits GenuineToken, TokenVerdict.Refused {

    /**
     * Expired, but otherwise as good as a {@link VerifiedToken}, and still inside its refresh window. It may be exchanged and
     * authenticates nothing, which is why it is a type of its own. Only a {@link TokenVerifier} can make one.
     */
    final class RefreshableAfterExpiry extends GenuineToken {

        RefreshableAfterExpiry(TokenClaims claims) {
            super(claims);
        }
    }

    /**
     * Not to be accepted.
     *
     * @param reason what is wrong, for code that decides by it; answers to clients had better not tell
     * @param detail what exactly, for developers; one of a fixed set of sentences, with nothing of the token in it
     */
    record Refused(Refusal reason, String detail) implements TokenVerdict {}

    /** Why a token is refused. From {@link #WRONG_ISSUER} on, it was signed by a key of the ring. */
    enum Refusal {
        /** Too long, not three segments of canonical base64url, not strict JSON, or with claims missing or of another shape. */
        MALFORMED,
        /** A header member that would change what the token means, or bring a key along, or that we'd have to understand. */
        UNSUPPORTED_HEADER,
        /** The {@code typ} of another kind of token. */
        WRONG_TYPE,
        /** No such {@code kid}, or retired for good. */
        UNKNOWN_KEY,
        /** Not the algorithm that the key is bound to. */
        WRONG_ALGORITHM,
        /** Not signed by the key. */
        WRONG_SIGNATURE,
        /** Another issuer's. */
        WRONG_ISSUER,
        /** For another audience, for none where one is required, or for one where there is none. */
        WRONG_AUDIENCE,
        /** {@code nbf} or {@code iat} is still to come. */
        NOT_YET_VALID,
        /** {@code exp} is further ahead than any token of this kind may live. */
        LIVES_TOO_LONG,
        /** {@code exp} is over, and so is the refresh window where there is one. */
        EXPIRED
    }
}
