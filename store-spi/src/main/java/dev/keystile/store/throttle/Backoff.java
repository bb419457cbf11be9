package dev.keystile.store.throttle;

import java.time.Duration;

/**
 * How failures turn into delays: the first few cost nothing, each further one doubles the wait up to a cap, and time forgives
 * them one by one.
 *
 * @param freeFailures how many failures cost no wait, 1 to 10 000
 * @param firstDelay the wait after the first failure past those
 * @param longestDelay the longest wait, however many failures there were; at most a day
 * @param forgivenEvery after how long one failure is forgiven, and after the same time again the next; at most a day
 */
public record Backoff(int freeFailures, Duration firstDelay, Duration longestDelay, Duration forgivenEvery) {

    private static final int MOST_FREE_FAILURES = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException if a value is out of its bounds, or the first delay longer than the longest */
    public Backoff {
        if (freeFailures < 1 || freeFailures > MOST_FREE_FAILURES) {
            throw new IllegalArgumentException("A backoff lets 1 to " + MOST_FREE_FAILURES + " failures pass, not "
                    + freeFailures + "; people mistype, so leave them some.");
        }
        requireWithin("first delay", firstDelay, longestDelay);
        requireWithin("longest delay", longestDelay, LONGEST);
        requireWithin("time in which a failure is forgiven", forgivenEvery, LONGEST);
    }

    private static void requireWithin(String what, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException("The " + what + " of a backoff is " + SHORTEST + " to " + longest
                    + ", not " + value + "; nobody is to be locked out for ever.");
        }
    }

    /** The wait after {@code failures} of them, in milliseconds. */
    long delayMillis(long failures) {
        long delay = failures > freeFailures ? firstDelay.toMillis() : 0;
        for (long past = freeFailures + 1L; past < failures && delay < longestDelay.toMillis(); past++) {
            delay *= 2;
        }
        return Math.min(delay, longestDelay.toMillis());
    }

    /** The least number of failures that costs the longest delay. More of them are not counted. For implementations. */
    public long mostFailures() {
        long failures = freeFailures + 1L;
        while (delayMillis(failures) < longestDelay.toMillis()) {
            failures++;
        }
        return failures;
    }
}
