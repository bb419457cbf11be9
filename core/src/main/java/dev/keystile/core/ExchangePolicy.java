package dev.keystile.core;

import java.time.Duration;

/**
 * What a refresh with a spent credential does. {@link #strict()} is the default: one exchange wins and every other one is
 * refused.
 *
 * @param graceWindow how long after an exchange the spent credential still answers with its successor, at the refresh endpoint
 *     alone: zero (off) to 60 seconds
 * @param reuseDetection whether a spent credential that comes back more than 60 seconds after its exchange kills its family
 */
public record ExchangePolicy(Duration graceWindow, boolean reuseDetection) {

    /** The longest grace window, and how old an exchange must be before the spent credential's return counts as theft. */
    public static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException if {@code graceWindow} is negative or longer than 60 seconds */
    public ExchangePolicy {
        if (graceWindow.isNegative() || graceWindow.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("A grace window is zero (off) to 60 s, not " + graceWindow
                    + "; a longer one would let a stolen credential race its owner.");
        }
    }

    /** No grace window, no reuse detection. */
    public static ExchangePolicy strict() {
        return new ExchangePolicy(Duration.ZERO, false);
    }

    /** This policy, with {@code window} in which the losers of a race, and clients that lost an answer, get the successor. */
    public ExchangePolicy withGraceWindow(Duration window) {
        return new ExchangePolicy(window, reuseDetection);
    }

    /** This policy, with the whole family dying when a spent credential comes back late. */
    public ExchangePolicy withReuseDetection() {
        return new ExchangePolicy(graceWindow, true);
    }

    /**
     * Whether the grace window of an exchange is open: {@code now < exchange + window}. A clock that is behind the one that
     * exchanged counts as inside, where there is a window at all.
     */
    public boolean isGraceOpen(long exchangedAtMillis, long nowMillis) {
        return !graceWindow.isZero() && nowMillis < exchangedAtMillis + graceWindow.toMillis();
    }

    /**
     * Whether so much time has passed since an exchange, more than 60 seconds, that under reuse detection a spent credential
     * that comes back now is taken for a stolen one.
     */
    public boolean isTheft(long exchangedAtMillis, long nowMillis) {
        return reuseDetection && nowMillis > exchangedAtMillis + LONGEST_GRACE.toMillis();
    }

    /** Whether a store has to remember spent credentials at all. */
    public boolean remembersSpent() {
        return reuseDetection || !graceWindow.isZero();
    }
}
