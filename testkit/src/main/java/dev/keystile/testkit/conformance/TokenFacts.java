package dev.keystile.testkit.conformance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT dialect of the server signs with and says of itself. Whoever hands this in lets the suite forge tokens: expired,
 * of another issuer, of the other kind. Immutable; the secret shows nowhere.
 */
public final class TokenFacts {

    private final byte[] secret;
    private final String issuer;
    private final @Nullable String audience;

    private TokenFacts(byte[] secret, String issuer, @Nullable String audience) {
        this.secret = secret.clone();
        this.issuer = issuer;
        this.audience = audience;
    }

    /** The facts of the {@code /tokens} dialect, which has no audience. */
    public static TokenFacts of(byte[] secret, String issuer) {
        return new TokenFacts(secret, issuer, null);
    }

    /** The facts of the Bearer dialect. */
    public static TokenFacts of(byte[] secret, String issuer, String audience) {
        return new TokenFacts(secret, issuer, audience);
    }

    /** A copy of the HS256 secret. */
    public byte[] secret() {
        return secret.clone();
    }

    /** {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /** {@code aud}, where the dialect has one. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "TokenFacts[" + issuer + ", " + audience + "]";
    }
}
