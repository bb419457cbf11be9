package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import java.time.Instant;

/**
 * A token that was just made. {@link #toString()} shows its {@code jti} alone; {@link #reveal()} is the only way out, so a search
 * for that name finds every place that handles a token in the clear.
 */
public final class IssuedToken {

    private final String compact;
    private final String id;
    private final FamilyId family;
    private final Instant loginAt;
    private final Instant issuedAt;
    private final Instant expiresAt;

    IssuedToken(String compact, String id, FamilyId family, Instant loginAt, Instant issuedAt, Instant expiresAt) {
        this.compact = compact;
        this.id = id;
        this.family = family;
        this.loginAt = loginAt;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** The token as the client is handed it, in the clear. */
    public String reveal() {
        return compact;
    }

    /** {@code jti}. */
    public String id() {
        return id;
    }

    /** {@code fam}: the login that this token comes from. */
    public FamilyId family() {
        return family;
    }

    /** {@code lat}: when that login was, to the millisecond. */
    public Instant loginAt() {
        return loginAt;
    }

    /** {@code iat}: from when the refresh window counts. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** {@code exp}: the first instant at which the token is over. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
