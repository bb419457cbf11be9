package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of one kind, signed with the current key of a ring. Safe for use by many threads.
 *
 * <p>{@code iat} and {@code nbf} are the second in which a token is made, so that it holds at once everywhere; {@code exp} counts
 * from that second. {@code jti}, {@code fam} and {@code lat} are always there.
 */
public final class TokenIssuer {

    /** What a token takes from the login that it comes from. */
    private record Origin(FamilyId family, Instant loginAt, long issuedAt) {}

    private final TokenKey key;
    private final TokenRules rules;
    private final Clock clock;
    private final RandomBytes random;
    private final String headerSegment;

    /**
     * An issuer of tokens that keep to {@code rules}, at the time of {@code clock}.
     *
     * @throws IllegalArgumentException if the current key of {@code keys} can't sign
     */
    public TokenIssuer(KeyRing keys, TokenRules rules, Clock clock, RandomBytes random) {
        this.key = keys.current();
        this.rules = rules;
        this.clock = clock;
        this.random = random;
        this.headerSegment = Base64Url.encode(JsonWriter.write(header(key, rules)));
        if (!key.canSign()) {
            throw new IllegalArgumentException(
                    "The current key of the ring, " + key + ", can only verify; make it with its private half.");
        }
    }

    /**
     * The first token of a login: a family of its own begins.
     *
     * @param subject who logged in: 1 to 255 characters, none of them a control character
     * @param customClaims what the application wants to find in the token again: any JSON
     * @throws IllegalArgumentException if {@code subject} doesn't fit, a claim is named as one of the issuer's own or isn't JSON,
     *     or the token would be longer than the rules allow
     */
    public IssuedToken issue(String subject, Map<String, ? extends @Nullable Object> customClaims) {
        return issue(subject, customClaims, clock.instant());
    }

    /**
     * As {@link #issue(String, Map)}, for a login that began at {@code loginAt}, a moment ago: before the password was looked at,
     * so that whatever ends the logins of an old password ends this one too.
     *
     * @throws IllegalArgumentException as for {@link #issue(String, Map)}
     */
    public IssuedToken issue(String subject, Map<String, ? extends @Nullable Object> customClaims, Instant loginAt) {
        Instant now = clock.instant();
        return issue(subject, customClaims, now, new Origin(FamilyId.random(random), loginAt, now.getEpochSecond()));
    }

    /**
     * The token that succeeds {@code spent} in an exchange: {@code fam} and {@code lat} stay, and so does {@code iat} unless the
     * refresh window slides; {@code exp}, {@code nbf} and {@code jti} are new. Nothing else of the spent token is taken over, so
     * hand in what is true of the user by now. Whether it may be exchanged is for the caller to have checked.
     *
     * @throws IllegalArgumentException as for {@link #issue(String, Map)}
     */
    public IssuedToken issueSuccessor(
            GenuineToken spent, String subject, Map<String, ? extends @Nullable Object> customClaims) {
        Instant now = clock.instant();
        boolean keepsIssueTime = rules.hasIssueTimes() && !rules.isWindowSliding();
        long issuedAt = keepsIssueTime ? spent.issuedAt().getEpochSecond() : now.getEpochSecond();
        return issue(subject, customClaims, now, new Origin(spent.family(), spent.loginAt(), issuedAt));
    }

    private IssuedToken issue(
            String subject, Map<String, ? extends @Nullable Object> customClaims, Instant now, Origin origin) {
        String id = rules.tokenIdShape().draw(random);
        long expiresAt = now.getEpochSecond() + rules.lifetime().toSeconds();
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put(ClaimNames.SUBJECT, Names.toClaim(subject, rules.hasNumericSubjects()));
        claims.put(ClaimNames.ISSUER, rules.issuer());
        rules.audience().ifPresent(audience -> claims.put(ClaimNames.AUDIENCE, audience));
        if (rules.hasIssueTimes()) {
            claims.put(ClaimNames.ISSUED_AT, origin.issuedAt());
        }
        claims.put(ClaimNames.EXPIRES_AT, expiresAt);
        if (rules.hasIssueTimes()) {
            claims.put(ClaimNames.NOT_BEFORE, now.getEpochSecond());
        }
        claims.put(ClaimNames.TOKEN_ID, id);
        claims.put(ClaimNames.FAMILY, origin.family().value());
        claims.put(ClaimNames.LOGIN_AT, origin.loginAt().toEpochMilli());
        claims.putAll(rules.constantClaims());
        claims.putAll(CustomClaims.copyOf(customClaims));
        return new IssuedToken(
                sign(claims),
                id,
                origin.family(),
                origin.loginAt().truncatedTo(ChronoUnit.MILLIS),
                Instant.ofEpochSecond(origin.issuedAt()),
                Instant.ofEpochSecond(expiresAt));
    }

    private String sign(Map<String, @Nullable Object> claims) {
        String signingInput = headerSegment + "." + Base64Url.encode(JsonWriter.write(claims));
        byte[] signature = key.scheme().sign(signingInput.getBytes(StandardCharsets.US_ASCII));
        String compact = signingInput + "." + Base64Url.encode(signature);
        if (compact.length() > rules.maxLength()) {
            throw new IllegalArgumentException(
                    "The token would have " + compact.length() + " characters, and the rules allow " + rules.maxLength()
                            + "; carry fewer claims or raise maxLength.");
        }
        return compact;
    }

    private static Map<String, Object> header(TokenKey key, TokenRules rules) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", rules.type());
        header.put("alg", key.algorithm().jwsName());
        key.kid().ifPresent(kid -> header.put("kid", kid));
        return header;
    }
}
