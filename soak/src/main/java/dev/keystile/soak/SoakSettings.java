package dev.keystile.soak;

import java.time.Duration;

/**
 * How a run goes.
 *
 * @param store the engine
 * @param length how long clients go on
 * @param leastCalls and until there were so many calls
 * @param leastSamples and the demo's JVM was looked into so often, however long that takes on a busy machine
 * @param rate calls a second, about
 * @param seed of what clients choose
 * @param samplePause how often the demo's JVM is looked into
 * @param killPause how long the engine lives; longer than {@code length}, and it is never killed
 */
record SoakSettings(
        String store,
        Duration length,
        int leastCalls,
        int leastSamples,
        int rate,
        long seed,
        Duration samplePause,
        Duration killPause) {

    /** A run of {@code length}, which is looked into every ten seconds, on an engine that lives three minutes at a time. */
    static SoakSettings of(String store, Duration length, int rate, long seed) {
        return new SoakSettings(store, length, 0, 0, rate, seed, Duration.ofSeconds(10), Duration.ofMinutes(3));
    }
}
