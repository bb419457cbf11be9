package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token have to be, whoever signed it: all that RFC 7519, section 4.1 defines, and {@code fam} and
 * {@code lat}. Whether {@code exp} is over is left to {@link TokenVerifier}, which tells a refreshable token from a dead one.
 */
final class ClaimChecks {

    /** The last second of the year 9999. Everything up to here can be multiplied by 1000 and added to without overflow. */
    static final long LAST_SECOND = 253_402_300_799L;

    private static final long LAST_MILLI = LAST_SECOND * 1000 + 999;

    private interface Check {
        Optional<Refused> objectionTo(Map<String, @Nullable Object> claims, long nowMillis);
    }

    private final TokenRules rules;
    private final long leewayMillis;
    private final List<Check> checks =
            List.of(this::names, this::lifespan, this::login, this::issuer, this::audience, this::begins, this::cap);

    ClaimChecks(TokenRules rules) {
        this.rules = rules;
        this.leewayMillis = rules.leeway().toMillis();
    }

    /** The first thing that is wrong with {@code claims}, if anything is. */
    Optional<Refused> objectionTo(Map<String, @Nullable Object> claims, long nowMillis) {
        for (Check check : checks) {
            Optional<Refused> objection = check.objectionTo(claims, nowMillis);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> names(Map<String, @Nullable Object> claims, long nowMillis) {
        if (!isSubject(claims.get(ClaimNames.SUBJECT))) {
            return refused(
                    Refusal.MALFORMED, "sub is missing, empty, too long, or not of a type that these tokens have");
        }
        return Names.isFit(claims.get(ClaimNames.TOKEN_ID))
                ? Optional.empty()
                : refused(Refusal.MALFORMED, "jti is missing, empty, too long, or no string");
    }

    private Optional<Refused> lifespan(Map<String, @Nullable Object> claims, long nowMillis) {
        if (!isWhole(claims.get(ClaimNames.EXPIRES_AT), LAST_SECOND)) {
            return refused(Refusal.MALFORMED, "exp is missing or not a whole number of seconds up to the year 9999");
        }
        boolean mayBeAbsent = !rules.hasIssueTimes() && !claims.containsKey(ClaimNames.ISSUED_AT);
        if (!mayBeAbsent && !isWhole(claims.get(ClaimNames.ISSUED_AT), LAST_SECOND)) {
            return refused(Refusal.MALFORMED, "iat is missing or not a whole number of seconds up to the year 9999");
        }
        if (!isAbsentOrWhole(claims, ClaimNames.NOT_BEFORE, LAST_SECOND)) {
            return refused(Refusal.MALFORMED, "nbf is not a whole number of seconds up to the year 9999");
        }
        return numberOf(claims, ClaimNames.ISSUED_AT) > numberOf(claims, ClaimNames.EXPIRES_AT)
                ? refused(Refusal.MALFORMED, "iat is after exp")
                : Optional.empty();
    }

    private Optional<Refused> login(Map<String, @Nullable Object> claims, long nowMillis) {
        Object family = claims.get(ClaimNames.FAMILY);
        if (claims.containsKey(ClaimNames.FAMILY) && !(family instanceof String text && FamilyId.isFit(text))) {
            return refused(Refusal.MALFORMED, "fam is not a family id");
        }
        return isAbsentOrWhole(claims, ClaimNames.LOGIN_AT, LAST_MILLI)
                ? Optional.empty()
                : refused(Refusal.MALFORMED, "lat is not a whole number of milliseconds up to the year 9999");
    }

    private Optional<Refused> issuer(Map<String, @Nullable Object> claims, long nowMillis) {
        boolean ours = claims.get(ClaimNames.ISSUER) instanceof String issuer
                && (issuer.equals(rules.issuer()) || isNested(issuer));
        return ours ? Optional.empty() : refused(Refusal.WRONG_ISSUER, "iss is not exactly the issuer of these tokens");
    }

    private Optional<Refused> audience(Map<String, @Nullable Object> claims, long nowMillis) {
        Optional<String> ours = rules.audience();
        if (ours.isEmpty()) {
            return claims.containsKey(ClaimNames.AUDIENCE)
                    ? refused(Refusal.WRONG_AUDIENCE, "there is an aud, and these tokens have none")
                    : Optional.empty();
        }
        Object audience = claims.get(ClaimNames.AUDIENCE);
        List<?> all = audience instanceof List<?> several ? several : audience == null ? List.of() : List.of(audience);
        if (!all.stream().allMatch(String.class::isInstance)) {
            return refused(Refusal.MALFORMED, "aud is neither a string nor a list of strings");
        }
        return all.contains(ours.get())
                ? Optional.empty()
                : refused(Refusal.WRONG_AUDIENCE, "aud is missing or doesn't name the audience of these tokens");
    }

    private Optional<Refused> begins(Map<String, @Nullable Object> claims, long nowMillis) {
        long latestStart = nowMillis + leewayMillis;
        boolean begun = numberOf(claims, ClaimNames.ISSUED_AT) * 1000 <= latestStart
                && numberOf(claims, ClaimNames.NOT_BEFORE) * 1000 <= latestStart
                && numberOf(claims, ClaimNames.LOGIN_AT) <= latestStart;
        return begun ? Optional.empty() : refused(Refusal.NOT_YET_VALID, "iat, nbf or lat is still to come");
    }

    private Optional<Refused> cap(Map<String, @Nullable Object> claims, long nowMillis) {
        long latestEnd = nowMillis + rules.longestLifetime().toMillis() + leewayMillis;
        return numberOf(claims, ClaimNames.EXPIRES_AT) * 1000 <= latestEnd
                ? Optional.empty()
                : refused(Refusal.LIVES_TOO_LONG, "exp is further ahead than the longest lifetime of these tokens");
    }

    private boolean isSubject(@Nullable Object value) {
        return Names.isFit(value) || (rules.acceptsNumericSubjects() && Names.isNumber(value));
    }

    private boolean isNested(String issuer) {
        return rules.acceptsNestedIssuer() && NestedIssuer.isNestedIn(rules.issuer(), issuer);
    }

    private static boolean isWhole(@Nullable Object value, long greatest) {
        return value instanceof Long number && number >= 0 && number <= greatest;
    }

    private static boolean isAbsentOrWhole(Map<String, @Nullable Object> claims, String name, long greatest) {
        return !claims.containsKey(name) || isWhole(claims.get(name), greatest);
    }

    private static long numberOf(Map<String, @Nullable Object> claims, String name) {
        return claims.get(name) instanceof Long number ? number : 0;
    }

    private static Optional<Refused> refused(Refusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
