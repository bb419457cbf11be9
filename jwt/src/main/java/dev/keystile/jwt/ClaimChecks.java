package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token have to be, whoever signed it: all that RFC 7519, section 4.1 defines, and {@code fam} and
 * {@code lat}. Whether {@code exp} is over is left to {@link TokenVerifier}, which tells a refreshable token from a dead one.
 */
final class ClaimChecks {

    /** The last second of the year 9999. Everything up to here can be multiplied by 1000 and added to without overflow. */
    static final long LAST_SECOND = 253_402_300_799L;

    private static final long LAST_MILLI = LAST_SECOND * 1000 + 999;

    private static final Refused BAD_SUBJECT =
            new Refused(Refusal.MALFORMED, "sub is missing, empty, too long, or not of a type that these tokens have");
    private static final Refused BAD_ID =
            new Refused(Refusal.MALFORMED, "jti is missing, empty, too long, or no string");
    private static final Refused BAD_EXPIRY =
            new Refused(Refusal.MALFORMED, "exp is missing or not a whole number of seconds up to the year 9999");
    private static final Refused BAD_ISSUE_TIME =
            new Refused(Refusal.MALFORMED, "iat is missing or not a whole number of seconds up to the year 9999");
    private static final Refused BAD_BEGINNING =
            new Refused(Refusal.MALFORMED, "nbf is not a whole number of seconds up to the year 9999");
    private static final Refused ISSUED_AFTER_EXPIRY = new Refused(Refusal.MALFORMED, "iat is after exp");
    private static final Refused BAD_FAMILY = new Refused(Refusal.MALFORMED, "fam is not a family id");
    private static final Refused BAD_LOGIN_TIME =
            new Refused(Refusal.MALFORMED, "lat is not a whole number of milliseconds up to the year 9999");
    private static final Refused OTHER_ISSUER =
            new Refused(Refusal.WRONG_ISSUER, "iss is not exactly the issuer of these tokens");
    private static final Refused AUDIENCE_FOUND =
            new Refused(Refusal.WRONG_AUDIENCE, "there is an aud, and these tokens have none");
    private static final Refused BAD_AUDIENCE =
            new Refused(Refusal.MALFORMED, "aud is neither a string nor a list of strings");
    private static final Refused OTHER_AUDIENCE =
            new Refused(Refusal.WRONG_AUDIENCE, "aud is missing or doesn't name the audience of these tokens");
    private static final Refused NOT_YET = new Refused(Refusal.NOT_YET_VALID, "iat, nbf or lat is still to come");
    private static final Refused TOO_LONG =
            new Refused(Refusal.LIVES_TOO_LONG, "exp is further ahead than the longest lifetime of these tokens");

    private final TokenRules rules;
    private final long leewayMillis;
    private final long longestLifeMillis;

    ClaimChecks(TokenRules rules) {
        this.rules = rules;
        this.leewayMillis = rules.leeway().toMillis();
        this.longestLifeMillis = rules.longestLifetime().toMillis();
    }

    /** The first thing that is wrong with {@code claims}, or null. */
    @Nullable
    Refused objectionTo(ReadClaims claims, long nowMillis) {
        Refused objection = shape(claims);
        if (objection == null) {
            objection = kind(claims);
        }
        return objection == null ? times(claims, nowMillis) : objection;
    }

    private @Nullable Refused shape(ReadClaims claims) {
        if (!isSubject(claims.subject)) {
            return BAD_SUBJECT;
        }
        if (!Names.isFit(claims.tokenId)) {
            return BAD_ID;
        }
        if (!isWhole(claims.expiresAt, LAST_SECOND)) {
            return BAD_EXPIRY;
        }
        if (!isWhole(claims.issuedAt, LAST_SECOND) && (rules.hasIssueTimes() || claims.issuedAt != ReadClaims.ABSENT)) {
            return BAD_ISSUE_TIME;
        }
        if (!isAbsentOrWhole(claims.notBefore, LAST_SECOND)) {
            return BAD_BEGINNING;
        }
        if (claims.issuedAt > claims.expiresAt) {
            return ISSUED_AFTER_EXPIRY;
        }
        if (claims.hasFamily && (claims.family == null || !FamilyId.isFit(claims.family))) {
            return BAD_FAMILY;
        }
        return isAbsentOrWhole(claims.loginAt, LAST_MILLI) ? null : BAD_LOGIN_TIME;
    }

    private @Nullable Refused kind(ReadClaims claims) {
        String issuer = claims.issuer;
        if (issuer == null || !(issuer.equals(rules.issuer()) || isNested(issuer))) {
            return OTHER_ISSUER;
        }
        String ourAudience = rules.audienceOrNull();
        if (ourAudience == null) {
            return claims.hasAudience ? AUDIENCE_FOUND : null;
        }
        if (claims.audience instanceof String single) {
            return single.equals(ourAudience) ? null : OTHER_AUDIENCE;
        }
        if (claims.audience instanceof List<?> several && several.stream().allMatch(String.class::isInstance)) {
            return several.contains(ourAudience) ? null : OTHER_AUDIENCE;
        }
        return claims.audience == null ? OTHER_AUDIENCE : BAD_AUDIENCE;
    }

    /** Times that are absent are before all others. */
    private @Nullable Refused times(ReadClaims claims, long nowMillis) {
        long latestStart = nowMillis + leewayMillis;
        boolean begun = claims.issuedAt * 1000 <= latestStart
                && claims.notBefore * 1000 <= latestStart
                && claims.loginAt <= latestStart;
        if (!begun) {
            return NOT_YET;
        }
        return claims.expiresAt * 1000 <= latestStart + longestLifeMillis ? null : TOO_LONG;
    }

    private boolean isSubject(@Nullable Object value) {
        return Names.isFit(value) || (rules.acceptsNumericSubjects() && Names.isNumber(value));
    }

    private boolean isNested(String issuer) {
        return rules.acceptsNestedIssuer() && NestedIssuer.isNestedIn(rules.issuer(), issuer);
    }

    private static boolean isWhole(long time, long greatest) {
        return time >= 0 && time <= greatest;
    }

    private static boolean isAbsentOrWhole(long time, long greatest) {
        return time == ReadClaims.ABSENT || isWhole(time, greatest);
    }
}
