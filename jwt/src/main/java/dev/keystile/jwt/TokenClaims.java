package dev.keystile.jwt;

import dev.keystile.codec.Digests;
import dev.keystile.core.FamilyId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a genuine token, with what they leave unsaid filled in.
 *
 * @param issuedAt in seconds
 * @param expiresAt in seconds
 * @param refreshable whether it may be exchanged at the time of the check
 * @param uselessAtMillis when neither {@code exp} nor the refresh window can be met any more
 */
record TokenClaims(
        String subject,
        String id,
        long issuedAt,
        long expiresAt,
        FamilyId family,
        long loginAtMillis,
        boolean refreshable,
        long uselessAtMillis,
        Map<String, @Nullable Object> custom) {

    /** {@code claims} have passed {@link ClaimChecks} under the same rules at the same time. */
    static TokenClaims of(ReadClaims claims, TokenRules rules, long nowMillis) {
        String id = Objects.requireNonNull(claims.tokenId);
        String family = claims.family;
        long issuedAt = Math.max(0, claims.issuedAt);
        long overAt = claims.expiresAt * 1000 + rules.leeway().toMillis();
        Duration window = rules.refreshWindow().orElse(null);
        long windowEnd = window == null ? overAt : issuedAt * 1000 + window.toMillis();
        return new TokenClaims(
                String.valueOf(claims.subject),
                id,
                issuedAt,
                claims.expiresAt,
                family == null ? familyOf(id) : new FamilyId(family),
                claims.loginAt == ReadClaims.ABSENT ? issuedAt * 1000 : claims.loginAt,
                nowMillis < windowEnd,
                Math.max(overAt, windowEnd),
                claims.custom());
    }

    /** Its {@code jti} or, where a foreign issuer's doesn't fit a family id, a digest that does. */
    private static FamilyId familyOf(String id) {
        return new FamilyId(
                FamilyId.isFit(id) ? id : Base64Url.encode(Digests.sha256(id.getBytes(StandardCharsets.UTF_8))));
    }
}
