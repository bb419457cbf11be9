package dev.keystile.jwt;

import dev.keystile.codec.Digests;
import dev.keystile.core.FamilyId;
import dev.keystile.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

    /** {@code payload} has passed {@link ClaimChecks} under the same rules at the same time. */
    static TokenClaims of(JsonObject payload, TokenRules rules, long nowMillis) {
        Map<String, @Nullable Object> claims = payload.members();
        String id = payload.string(ClaimNames.TOKEN_ID).orElseThrow();
        long issuedAt = claims.get(ClaimNames.ISSUED_AT) instanceof Long seconds ? seconds : 0;
        long expiresAt = claims.get(ClaimNames.EXPIRES_AT) instanceof Long seconds ? seconds : 0;
        long overAt = expiresAt * 1000 + rules.leeway().toMillis();
        long windowEnd = rules.refreshWindow()
                .map(window -> issuedAt * 1000 + window.toMillis())
                .orElse(overAt);
        return new TokenClaims(
                String.valueOf(claims.get(ClaimNames.SUBJECT)),
                id,
                issuedAt,
                expiresAt,
                payload.string(ClaimNames.FAMILY).map(FamilyId::new).orElseGet(() -> familyOf(id)),
                claims.get(ClaimNames.LOGIN_AT) instanceof Long millis ? millis : issuedAt * 1000,
                nowMillis < windowEnd,
                Math.max(overAt, windowEnd),
                CustomClaims.among(claims));
    }

    /** Its {@code jti} or, where a foreign issuer's doesn't fit a family id, a digest that does. */
    private static FamilyId familyOf(String id) {
        return new FamilyId(
                FamilyId.isFit(id) ? id : Base64Url.encode(Digests.sha256(id.getBytes(StandardCharsets.UTF_8))));
    }
}
