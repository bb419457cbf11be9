package dev.keystile.jwt;

import dev.keystile.jwt.JwsVerifier.Opening;
import dev.keystile.jwt.TokenVerdict.RefreshableAfterExpiry;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.time.Clock;

/**
 * Judges tokens of one kind. Safe for use by many threads.
 *
 * <p>No text that comes from outside makes it throw, whatever its size or content, and refusing costs no more than accepting.
 */
public final class TokenVerifier {

    private static final Refused NO_CLAIMS =
            new Refused(Refusal.MALFORMED, "the claims are not one strict JSON object");
    private static final Refused OVER = new Refused(Refusal.EXPIRED, "exp is over, and no refresh window is open");

    private final KeyRing keys;
    private final JwsVerifier envelopes;
    private final ClaimChecks claimChecks;
    private final TokenRules rules;
    private final long leewayMillis;
    private final Clock clock;

    /** A verifier of tokens that a key of {@code keys} has signed and that keep to {@code rules}, at the time of {@code clock}. */
    public TokenVerifier(KeyRing keys, TokenRules rules, Clock clock) {
        this.keys = keys;
        this.envelopes = new JwsVerifier(keys, rules);
        this.claimChecks = new ClaimChecks(rules);
        this.rules = rules;
        this.leewayMillis = rules.leeway().toMillis();
        this.clock = clock;
    }

    /**
     * Whether {@code compact} is a token that holds now. Whether it was spent or revoked is for the ledger to say.
     *
     * @throws IllegalStateException if the platform lacks the algorithm of a key
     */
    public TokenVerdict verify(String compact) {
        long nowMillis = clock.millis();
        return envelopes.open(compact, nowMillis).then(payload -> judge(payload, nowMillis));
    }

    /**
     * How {@link #verify} comes to its verdict, stage by stage, for the logs of developers. Secrets, the signature and the values
     * of custom claims are masked; still, it tells more than any client should hear.
     */
    public String explain(String compact) {
        long nowMillis = clock.millis();
        Opening opening = envelopes.open(compact, nowMillis);
        TokenVerdict verdict = opening.then(payload -> judge(payload, nowMillis));
        return new Explanation(keys, rules, nowMillis).of(compact, opening, verdict);
    }

    private TokenVerdict judge(Payload payload, long nowMillis) {
        ReadClaims read = ReadClaims.of(payload, rules);
        if (read == null) {
            return NO_CLAIMS;
        }
        Refused objection = claimChecks.objectionTo(read, nowMillis);
        return objection == null ? judge(TokenClaims.of(read, rules, nowMillis), nowMillis) : objection;
    }

    private TokenVerdict judge(TokenClaims claims, long nowMillis) {
        if (nowMillis < claims.expiresAt() * 1000 + leewayMillis) {
            return new VerifiedToken(claims);
        }
        return claims.refreshable() ? new RefreshableAfterExpiry(claims) : OVER;
    }
}
