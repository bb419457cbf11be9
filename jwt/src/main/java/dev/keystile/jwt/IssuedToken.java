package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import java.time.Instant;

/**
 * A token that was just made. {@link #toString()} shows its {@code jti} alone; {@link #reveal()} is the only way out, so a search
 * for that name finds every place that handles a token in the clear.
 */
public final class IssuedToken {

    private final String compact;
    private final NewClaims claims;

    IssuedToken(String compact, NewClaims claims) {
        this.compact = compact;
        this.claims = claims;
    }

    /** The token as the client is handed it, in the clear. */
    public String reveal() {
        return compact;
    }

    /** {@code jti}. */
    public String id() {
        return claims.id();
    }

    /** {@code fam}: the login that this token comes from. */
    public FamilyId family() {
        return claims.family();
    }

    /** {@code lat}: when that login was, to the millisecond. */
    public Instant loginAt() {
        return Instant.ofEpochMilli(claims.loginAtMillis());
    }

    /** {@code iat}: from when the refresh window counts. */
    public Instant issuedAt() {
        return Instant.ofEpochSecond(claims.issuedAt());
    }

    /** {@code exp}: the first instant at which the token is over. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(claims.expiresAt());
    }

    @Override
    public String toString() {
        return "IssuedToken[" + id() + "]";
    }
}
