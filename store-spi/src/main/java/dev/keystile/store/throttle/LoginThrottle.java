package dev.keystile.store.throttle;

/**
 * Counts failed logins and makes whoever fails too often wait; or, where an {@link ExchangeGuard} asks, exchanges of one user.
 * Safe for use by many threads. Every method is one atomic operation, and one round trip where the counts are kept elsewhere, or a
 * short transaction.
 *
 * <p>What an implementation promises, by its {@link ThrottlePolicy}:
 *
 * <ul>
 *   <li>An attempt has up to three meters: its pair's, its address's and its account's; the first two are missing where the address
 *       is unknown. While one of them has a wait, the attempt is refused and <em>nothing</em> is counted, so that knocking on a
 *       closed door doesn't keep it closed.
 *   <li>{@link #begin} looks at all of them and counts a failure on each in one step. Of any number of attempts at once, no more are
 *       admitted than one after the other would be. That is why the failure is counted before the password is looked at.
 *   <li>A success clears the pair's meter, takes back its one failure from the address's and from the account's, and no more: a
 *       login to an account of one's own mustn't buy guesses at another.
 *   <li>After a success the pair is welcome for a while: the account's meter is neither asked nor counted for it. So nobody can keep
 *       a user out by failing in their name from elsewhere.
 *   <li>Which name exists makes no difference to anything.
 * </ul>
 *
 * <p>For a database, lock the rows in the order of their keys, use {@link AttemptMeter} on what is read, and write it back in the
 * same transaction. For Redis, do the same in one script; an attempt's keys belong to several users, so a cluster keeps all
 * throttle keys under one hash tag. Both name their meters by a {@link ThrottleKey}. Meters that are clear may be dropped.
 */
public interface LoginThrottle {

    /**
     * Admits {@code attempt} and counts it as a failure, or refuses it and counts nothing.
     *
     * @throws dev.keystile.store.StoreException if the throttle can't answer; the login is then not served
     */
    AttemptDecision begin(LoginAttempt attempt);

    /**
     * Told after the password was right. An attempt that failed is told to nobody: it is counted already.
     *
     * @param attempt one that {@link #begin} admitted
     * @throws dev.keystile.store.StoreException if the throttle can't answer; the login is then not served
     */
    void succeeded(LoginAttempt attempt);

    /**
     * Told if nobody could say whether the password was right: takes back what {@link #begin} counted.
     *
     * @param attempt one that {@link #begin} admitted
     * @throws dev.keystile.store.StoreException if the throttle can't answer; the attempt then stays counted
     */
    void withdrawn(LoginAttempt attempt);

    /** No throttle: every attempt is admitted. */
    static LoginThrottle off() {
        return NoThrottle.OFF;
    }
}
