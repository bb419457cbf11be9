package dev.keystile.store.token;

import dev.keystile.core.ExchangePolicy;

/**
 * The intent to spend a token and have another succeed it.
 *
 * @param spent the token that was presented
 * @param successor what shall succeed it; same user, family and login
 * @param policy grace window and reuse detection, as they are at this exchange
 * @param nowMillis when the exchange happens
 * @param spentUntilMillis until when the presented token could be presented again, and so must be remembered as spent
 * @param familyUntilMillis until when any token of the family could be presented, should the family have to die
 */
public record TokenExchange(
        TokenReference spent,
        TokenSuccessor successor,
        ExchangePolicy policy,
        long nowMillis,
        long spentUntilMillis,
        long familyUntilMillis) {

    /** @throws IllegalArgumentException if a token would succeed itself, or be forgotten before it was spent */
    public TokenExchange {
        if (successor.tokenId().equals(spent.tokenId())) {
            throw new IllegalArgumentException("A token can't succeed itself; draw a fresh jti for each.");
        }
        if (spentUntilMillis <= nowMillis || familyUntilMillis <= nowMillis) {
            throw new IllegalArgumentException(
                    "A token that nobody can present any more can't be spent; check its times before it gets here.");
        }
    }

    /** The first millisecond at which the successor needn't be kept any more. */
    public long graceEndsMillis() {
        return nowMillis + policy.graceWindow().toMillis();
    }
}
