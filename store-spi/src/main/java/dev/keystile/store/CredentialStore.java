package dev.keystile.store;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;

/**
 * Keeps credentials, by intents. Implementations are safe for use by many threads and, where they serve several processes, by
 * many nodes.
 *
 * <p>Every intent is one atomic operation: it happens wholly, or it throws {@link StoreException} and nothing of it happened.
 * An implementation decides by the times that it is handed and never by a clock of its own, so that expiry is exact to the
 * millisecond. It keeps an expired credential no longer than it must, and compares lookups byte by byte, whatever its engine
 * thinks is equal. {@code keystile-store-contract} has the test kit that proves all of this.
 */
public interface CredentialStore {

    /**
     * A login: lets {@code candidate} live under {@code policy}.
     *
     * <ul>
     *   <li>{@code Reuse}: if the user has a live credential, that one is {@link IssueResult.Kept} (of several, the one that
     *       was issued last).
     *   <li>{@code Replace}: every other family of the user dies in the same step.
     *   <li>{@code Independent(n)}: the families of the oldest logins die, in the same step, until at most {@code n}
     *       credentials live, the candidate always among them. A refresh makes a login no younger; only families with a live
     *       credential count.
     * </ul>
     *
     * <p>Of two that are of the same millisecond the one whose family id comes first, character by character, is the older.
     *
     * @param candidate the {@linkplain StoredCredential#begin first credential} of a family that never was before
     * @throws StoreException if the store can't answer, or if the candidate would live but its lookup is there already; then
     *     nothing changed
     */
    IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis);

    /**
     * What {@code lookup} names at {@code nowMillis}. Changes nothing that a caller can observe.
     *
     * @throws StoreException if the store can't answer
     */
    FindResult find(Lookup lookup, long nowMillis);

    /**
     * A refresh: spends one credential and lets its successor live, exactly once.
     *
     * <p>A spent credential is remembered until the end of the grace window or, under reuse detection, until its own expiry;
     * never beyond its own expiry, and not at all under {@link dev.keystile.core.ExchangePolicy#strict()}. The policy of the
     * exchange that spent it decides how long; the policy of the exchange that presents it again decides the answer.
     * {@link Exchange} has the arithmetic of the one, {@link dev.keystile.core.ExchangePolicy} that of the other.
     *
     * <p>What is presented has to {@linkplain StoredCredential#precedes precede} the successor; otherwise the answer is
     * {@link ExchangeResult.Unknown}, so that nobody spends a credential in another user's name.
     *
     * @throws StoreException if the store can't answer, or if the successor would live but its lookup is there already; then
     *     the presented credential is as it was
     */
    ExchangeResult<StoredCredential> exchange(Exchange exchange);

    /**
     * A logout: ends {@code family}, whichever of its credentials is alive by now, so that a refresh that runs at the same
     * time can't outlive it. Once this has returned, no credential of the family is ever found again, the spent ones that were
     * remembered included.
     *
     * @return whether a credential was alive
     * @throws StoreException if the store can't answer
     */
    boolean revoke(UserId user, FamilyId family, long nowMillis);

    /**
     * Ends every family of {@code user}, all in the same step.
     *
     * @return how many credentials were alive
     * @throws StoreException if the store can't answer
     */
    int revokeAll(UserId user, long nowMillis);

    /**
     * Whether what is kept here can be read outside this process: in a file, in a database, over a network. Where it can,
     * services insist on sealing, unless they are told otherwise by a visible verb.
     */
    default boolean outlivesProcess() {
        return true;
    }
}
