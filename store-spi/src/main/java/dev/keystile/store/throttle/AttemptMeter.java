package dev.keystile.store.throttle;

/**
 * What a throttle keeps under one key: two times, from which failures and wait follow. Immutable; for implementations, which
 * store the two numbers as they are.
 *
 * @param clearedAtMillis when the last failure will have been forgiven
 * @param blockedUntilMillis when the wait ends
 */
public record AttemptMeter(long clearedAtMillis, long blockedUntilMillis) {

    /** The meter of a key that nothing is known of. */
    public static final AttemptMeter CLEAR = new AttemptMeter(0, 0);

    /** How long an attempt still has to wait at {@code nowMillis}; never more than the longest delay, whatever a clock says. */
    public long waitMillis(Backoff backoff, long nowMillis) {
        long wait = blockedUntilMillis - nowMillis;
        return Math.max(0, Math.min(wait, backoff.longestDelay().toMillis()));
    }

    /** This meter after one more failure. */
    public AttemptMeter counted(Backoff backoff, long nowMillis) {
        long each = backoff.forgivenEvery().toMillis();
        long failures = Math.min(failures(backoff, nowMillis) + 1, backoff.mostFailures());
        long delay = backoff.delayMillis(failures);
        long cleared = Math.max(clearedAtMillis, nowMillis) + each;
        return new AttemptMeter(
                Math.min(cleared, nowMillis + backoff.mostFailures() * each), delay == 0 ? 0 : nowMillis + delay);
    }

    /** This meter with one failure taken back, and the wait ended: nobody but that attempt can have been let in meanwhile. */
    public AttemptMeter takenBack(Backoff backoff) {
        return new AttemptMeter(clearedAtMillis - backoff.forgivenEvery().toMillis(), 0);
    }

    /** Whether there have been more failures than are free. */
    public boolean isDelaying(Backoff backoff, long nowMillis) {
        return failures(backoff, nowMillis) > backoff.freeFailures();
    }

    /** Whether it says no more than {@link #CLEAR} does, so that it need not be kept. */
    public boolean isClear(long nowMillis) {
        return clearedAtMillis <= nowMillis && blockedUntilMillis <= nowMillis;
    }

    /** The failures that aren't forgiven yet; one that is forgiven in part counts whole. */
    long failures(Backoff backoff, long nowMillis) {
        long each = backoff.forgivenEvery().toMillis();
        long unforgiven = Math.max(0, clearedAtMillis - nowMillis);
        return Math.min((unforgiven + each - 1) / each, backoff.mostFailures());
    }
}
