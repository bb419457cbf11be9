package dev.keystile.jwt;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of one kind, signed with the current key of a ring. Safe for use by many threads.
 *
 * <p>{@code iat} and {@code nbf} are the second in which a token is made, so that it holds at once everywhere; {@code exp} counts
 * from that second. {@code jti}, {@code fam} and {@code lat} are always there.
 */
public final class TokenIssuer {

    private final TokenRules rules;
    private final Clock clock;
    private final RandomBytes random;
    private final PayloadWriter payloads;
    private final CompactWriter tokens;
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
        this.payloads = new PayloadWriter(rules);
        this.tokens = new CompactWriter(OwnHeaders.segment(key, rules), key);
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
        long issuedAt = keepsIssueTime ? spent.issuedAtSecond() : now;
        return issue(subject, customClaims, now, issuedAt, spent.family(), spent.loginAtMillis());
    }

    private IssuedToken issueFirst(
            String subject, Map<String, ? extends @Nullable Object> customClaims, long loginAtMillis) {
        long now = nowSeconds();
        return issue(subject, customClaims, now, now, FamilyId.random(random), loginAtMillis);
    }

    private long nowSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private IssuedToken issue(
            String subject,
            Map<String, ? extends @Nullable Object> customClaims,
            long now,
            long issuedAt,
            FamilyId family,
            long loginAtMillis) {
        NewClaims claims = new NewClaims(
                Names.toClaim(subject, rules.hasNumericSubjects()),
                issuedAt,
                now + lifetimeSeconds,
                now,
                rules.tokenIdShape().draw(random),
                family,
                loginAtMillis);
        return new IssuedToken(sign(payloads.write(claims, customClaims)), claims);
    }

    private String sign(byte[] payload) {
        String compact = tokens.write(payload);
        if (compact.length() > rules.maxLength()) {
            throw new IllegalArgumentException(
                    "The token would have " + compact.length() + " characters, and the rules allow " + rules.maxLength()
                            + "; carry fewer claims or raise maxLength.");
        }
        return compact;
    }
}
