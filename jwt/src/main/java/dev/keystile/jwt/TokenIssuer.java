package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.json.JsonWriter;
import java.time.Clock;
import java.time.Instant;
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
    private record Origin(FamilyId family, long loginAtMillis, long issuedAt) {}

    private final TokenRules rules;
    private final Clock clock;
    private final RandomBytes random;
    private final CompactWriter writer;
    private final String issuerAndAudience;
    private final long lifetimeSeconds;

    /**
     * An issuer of tokens that keep to {@code rules}, at the time of {@code clock}.
     *
     * @throws IllegalArgumentException if the current key of {@code keys} can't sign
     */
    public TokenIssuer(KeyRing keys, TokenRules rules, Clock clock, RandomBytes random) {
        TokenKey key = keys.current();
        this.rules = rules;
        this.clock = clock;
        this.random = random;
        this.writer = new CompactWriter(OwnHeaders.segment(key, rules), key.scheme());
        this.issuerAndAudience = issuerAndAudience(rules);
        this.lifetimeSeconds = rules.lifetime().toSeconds();
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
        return issueFirst(subject, customClaims, clock.millis());
    }

    /**
     * As {@link #issue(String, Map)}, for a login that began at {@code loginAt}, a moment ago: before the password was looked at,
     * so that whatever ends the logins of an old password ends this one too.
     *
     * @throws IllegalArgumentException as for {@link #issue(String, Map)}
     */
    public IssuedToken issue(String subject, Map<String, ? extends @Nullable Object> customClaims, Instant loginAt) {
        return issueFirst(subject, customClaims, loginAt.toEpochMilli());
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
        long now = nowSeconds();
        boolean keepsIssueTime = rules.hasIssueTimes() && !rules.isWindowSliding();
        long issuedAt = keepsIssueTime ? spent.issuedAt().getEpochSecond() : now;
        return issue(
                subject,
                customClaims,
                now,
                new Origin(spent.family(), spent.loginAt().toEpochMilli(), issuedAt));
    }

    private IssuedToken issueFirst(
            String subject, Map<String, ? extends @Nullable Object> customClaims, long loginAtMillis) {
        long now = nowSeconds();
        return issue(subject, customClaims, now, new Origin(FamilyId.random(random), loginAtMillis, now));
    }

    private long nowSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private IssuedToken issue(
            String subject, Map<String, ? extends @Nullable Object> customClaims, long now, Origin origin) {
        String id = rules.tokenIdShape().draw(random);
        long expiresAt = now + lifetimeSeconds;
        ClaimText claims = new ClaimText()
                .add(ClaimNames.SUBJECT, Names.toClaim(subject, rules.hasNumericSubjects()))
                .add(issuerAndAudience);
        if (rules.hasIssueTimes()) {
            claims.add(ClaimNames.ISSUED_AT, origin.issuedAt());
        }
        claims.add(ClaimNames.EXPIRES_AT, expiresAt);
        if (rules.hasIssueTimes()) {
            claims.add(ClaimNames.NOT_BEFORE, now);
        }
        claims.addPlain(ClaimNames.TOKEN_ID, id)
                .addPlain(ClaimNames.FAMILY, origin.family().value())
                .add(ClaimNames.LOGIN_AT, origin.loginAtMillis())
                .add(membersOf(customClaims));
        return new IssuedToken(
                sign(claims.finish()),
                id,
                origin.family(),
                Instant.ofEpochMilli(origin.loginAtMillis()),
                Instant.ofEpochSecond(origin.issuedAt()),
                Instant.ofEpochSecond(expiresAt));
    }

    private String sign(String claims) {
        String compact = writer.write(claims);
        if (compact.length() > rules.maxLength()) {
            throw new IllegalArgumentException(
                    "The token would have " + compact.length() + " characters, and the rules allow " + rules.maxLength()
                            + "; carry fewer claims or raise maxLength.");
        }
        return compact;
    }

    /** The JSON of the constant claims and of {@code custom}, which win, without the braces. */
    private String membersOf(Map<String, ? extends @Nullable Object> custom) {
        if (rules.constantClaims().isEmpty()) {
            return withoutBraces(CustomClaims.write(custom));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(rules.constantClaims());
        all.putAll(CustomClaims.copyOf(custom));
        return withoutBraces(JsonWriter.write(all));
    }

    private static String issuerAndAudience(TokenRules rules) {
        ClaimText claims = new ClaimText().add(ClaimNames.ISSUER, rules.issuer());
        rules.audience().ifPresent(audience -> claims.add(ClaimNames.AUDIENCE, audience));
        return withoutBraces(claims.finish());
    }

    private static String withoutBraces(String json) {
        return json.substring(1, json.length() - 1);
    }
}
