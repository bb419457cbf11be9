package dev.keystile.store.throttle;

import java.time.Duration;

/** What a throttle says of an attempt. */
public sealed interface AttemptDecision {

    /** The password may be looked at. The attempt is counted as a failure until it is told to have been none. */
    record Admitted() implements AttemptDecision {}

    /**
     * Too many failures; nothing was counted.
     *
     * @param remaining how long still to wait, more than nothing
     */
    record TooMany(Duration remaining) implements AttemptDecision {

        /** Rounded up: who comes back in time is not to be early. */
        Duration wholeSeconds() {
            return Duration.ofSeconds(remaining.plusMillis(999).toSeconds());
        }
    }
}
