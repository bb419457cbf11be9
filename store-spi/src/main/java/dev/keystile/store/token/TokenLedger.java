package dev.keystile.store.token;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;

/**
 * Remembers which tokens no longer count, by intents. Safe for use by many threads and, where it serves several processes, by
 * many nodes.
 *
 * <p>Every intent is one atomic operation within its holder: it happens wholly, or it throws
 * {@link dev.keystile.store.StoreException} and nothing of it happened. A ledger decides by the times that it is handed and
 * never by a clock of its own, and compares names character by character, whatever its engine thinks is equal.
 *
 * <p>Whatever is remembered, is remembered until a time that the caller names: it counts while {@code now} is less, to the
 * millisecond, and then it is as if it had never been. It leaves soon after, so that a ledger holds no more than what could
 * still be presented. {@code keystile-store-contract} has the test kit that proves all of this.
 */
public interface TokenLedger {

    /**
     * What speaks against {@code token} at {@code nowMillis}. Revoked outranks spent. Changes nothing that a caller can observe.
     *
     * @throws dev.keystile.store.StoreException if the ledger can't answer; the token must then not be accepted
     */
    TokenStanding standing(TokenReference token, long nowMillis);

    /**
     * A refresh: spends a token, exactly once. The signature of the presented token has been verified.
     *
     * <ul>
     *   <li>{@code Exchanged}: nothing spoke against the token, and now it is spent, until {@code spentUntilMillis}.
     *   <li>{@code Raced}: it is spent, its grace window is open, and its successor is neither spent nor revoked: here it is,
     *       the identical one.
     *   <li>{@code Reused}: it is spent, no window is open, and the presented policy detects reuse. More than 60 seconds after
     *       its exchange this revokes the family until {@code familyUntilMillis}, as {@link #revokeFamily} does, and tells
     *       that it was this call that did.
     *   <li>{@code Unknown}: it is revoked, or it is spent and none of the above holds.
     * </ul>
     *
     * <p>A window is open while both policies have it so: the one of the exchange that spent the token, which decides how long
     * the sealed successor is kept at all, and the one of the exchange that presents it again.
     * {@link dev.keystile.core.ExchangePolicy} has the arithmetic.
     *
     * @throws dev.keystile.store.StoreException if the ledger can't answer; then the token is as it was
     */
    ExchangeResult<SealedToken> exchange(TokenExchange exchange);

    /**
     * A logout: ends {@code family}, whichever of its tokens is the latest by now, so that a refresh that runs at the same time
     * can't outlive it. Of one family at most one token is ever good, so revoking a token means this. A family that is ended
     * twice stays so until the later of both times.
     *
     * @param untilMillis until when any token of it could be presented
     * @throws dev.keystile.store.StoreException if the ledger can't answer
     */
    void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis);

    /**
     * Ends every login of {@code holder} that was before {@code markMillis}: a token whose {@code loginAtMillis} is less is
     * revoked. While a mark counts it is never moved back, and neither is the time until which it does: of both the later one
     * holds.
     *
     * @param untilMillis until when any token of such a login could be presented
     * @throws dev.keystile.store.StoreException if the ledger can't answer
     */
    void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis);
}
