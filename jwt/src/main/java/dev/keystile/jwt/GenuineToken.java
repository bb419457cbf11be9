package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that is ours: signed by a key of the ring, of the right kind, with every claim as the rules want it, save perhaps
 * {@code exp}. Which of its two kinds it is tells what it is good for.
 */
public abstract sealed class GenuineToken implements TokenVerdict
        permits VerifiedToken, TokenVerdict.RefreshableAfterExpiry {

    private final TokenClaims claims;

    GenuineToken(TokenClaims claims) {
        this.claims = claims;
    }

    /** {@code sub} as text, be it a string or a number in the token: 1 to 255 characters, none of them a control character. */
    public final String subject() {
        return claims.subject();
    }

    /** {@code jti}: 1 to 255 characters, none of them a control character. */
    public final String id() {
        return claims.id();
    }

    /** {@code iat}; 1970 where the rules let it be absent and it is. Exchanges keep it, unless the window slides. */
    public final Instant issuedAt() {
        return Instant.ofEpochSecond(claims.issuedAt());
    }

    final long issuedAtSecond() {
        return claims.issuedAt();
    }

    /** {@code exp}, the first instant at which the token is over, leeway left aside. */
    public final Instant expiresAt() {
        return Instant.ofEpochSecond(claims.expiresAt());
    }

    /** The login that this token comes from. A token that doesn't tell is a family of its own, named after its {@code jti}. */
    public final FamilyId family() {
        return claims.family();
    }

    /** When that login was, to the millisecond; {@link #issuedAt} for a token that doesn't tell. */
    public final Instant loginAt() {
        return Instant.ofEpochMilli(claims.loginAtMillis());
    }

    final long loginAtMillis() {
        return claims.loginAtMillis();
    }

    /**
     * Whether the token may be exchanged, as far as its claims decide: inside the refresh window, or valid where there is none. A
     * token may outlive its window.
     */
    public final boolean isRefreshable() {
        return claims.refreshable();
    }

    /** The first instant at which nobody can do anything with this token any more; a revocation has to last until then. */
    public final Instant uselessAt() {
        return Instant.ofEpochMilli(claims.uselessAtMillis());
    }

    /** The claims that the application put in: all but the registered ones, {@code fam} and {@code lat}. Unmodifiable. */
    public final Map<String, @Nullable Object> customClaims() {
        return claims.custom();
    }

    /** The custom claim {@code name}, if it is there and is a string. */
    public final Optional<String> customText(String name) {
        return claims.custom().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The kind and the {@code jti} alone. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + id() + "]";
    }
}
