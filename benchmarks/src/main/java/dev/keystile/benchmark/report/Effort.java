package dev.keystile.benchmark.report;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How much is measured, and for how long. */
public enum Effort {
    /** Under three minutes: the library beside the limits and the two fastest peers, by processor time. */
    QUICK(1, 3, 3, 400, 300_000),
    /** Everything, by the clock on the wall; wants a machine that does nothing else. */
    FULL(3, 5, 5, 1000, 10_000_000);

    private final int forks;
    private final int warmups;
    private final int iterations;
    private final int millis;
    private final int pairs;

    Effort(int forks, int warmups, int iterations, int millis, int pairs) {
        this.forks = forks;
        this.warmups = warmups;
        this.iterations = iterations;
        this.millis = millis;
        this.pairs = pairs;
    }

    /** How many live pairs the large store has. */
    public int pairs() {
        return pairs;
    }

    /** What to hand to JMH, save for which benchmarks. */
    ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .jvmArgs("-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTimeProfiler.class)
                .verbosity(this == QUICK ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .shouldFailOnError(true);
    }
}
