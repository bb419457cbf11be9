package dev.keystile.testkit.assertion;

import dev.keystile.jwt.UnverifiedToken;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a token says of itself; whether that is true is for a verifier to tell. */
public final class TokenAssert extends AbstractAssert<TokenAssert, Optional<UnverifiedToken>> {

    TokenAssert(@Nullable String compact) {
        super(Optional.ofNullable(compact).flatMap(UnverifiedToken::parse), TokenAssert.class);
    }

    /** Verifies that it is a token at all. */
    public TokenAssert isWellFormed() {
        token();
        return this;
    }

    /** Verifies that it has the claim {@code name} with {@code value}: a string, a long, a boolean, a list or a map. */
    public TokenAssert hasClaim(String name, Object value) {
        Object claimed = token().claims().get(name);
        if (!Objects.equals(claimed, value)) {
            throw failure("Expected the claim %s to be <%s>, but it was <%s>.", name, value, claimed);
        }
        return this;
    }

    /** Verifies that it has no claim {@code name}. */
    public TokenAssert hasNoClaim(String name) {
        if (token().claims().containsKey(name)) {
            throw failure(
                    "Expected no claim %s, but it was <%s>.",
                    name, token().claims().get(name));
        }
        return this;
    }

    /** Verifies that its {@code exp} is {@code instant}, to the second. */
    public TokenAssert expiresAt(Instant instant) {
        return hasClaim("exp", instant.getEpochSecond());
    }

    private UnverifiedToken token() {
        return actual.orElseThrow(() -> failure("Expected three segments of canonical base64url with strict JSON."));
    }
}
