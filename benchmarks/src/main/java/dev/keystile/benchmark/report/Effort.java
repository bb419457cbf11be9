package dev.keystile.benchmark.report;

import dev.keystile.benchmark.turns.Match;
import java.time.Duration;

/** How much is measured, and for how long. */
enum Effort {
    /** Under three minutes: the library beside the limits and the two fastest peers. */
    QUICK(1, 18, 13, 50, 300_000),
    /** Everything, twice; wants a machine that does nothing else. */
    FULL(2, 25, 36, 80, 10_000_000);

    private final int bouts;
    private final int warmups;
    private final int turns;
    private final int millis;
    private final int pairs;

    Effort(int bouts, int warmups, int turns, int millis, int pairs) {
        this.bouts = bouts;
        this.warmups = warmups;
        this.turns = turns;
        this.millis = millis;
        this.pairs = pairs;
    }

    /** How contestants are measured. */
    Match match() {
        return new Match(bouts, warmups, turns, Duration.ofMillis(millis));
    }

    /** How many live pairs the large store has. */
    int pairs() {
        return pairs;
    }
}
