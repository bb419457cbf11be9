package dev.keystile.benchmark.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.util.Statistics;

/**
 * A median and the interval that holds the mean in 95 of 100 runs.
 *
 * @param low where the interval begins
 * @param high where it ends
 */
record Measured(double median, double low, double high) {

    private static final double CONFIDENCE = 0.95;
    private static final double MEDIAN = 50;

    static Measured exactly(double value) {
        return new Measured(value, value, value);
    }

    static Measured of(@Nullable Result<?> result) {
        if (result == null) {
            throw new IllegalArgumentException("JMH didn't measure this; add the profiler that does.");
        }
        Statistics statistics = result.getStatistics();
        double[] interval = statistics.getConfidenceIntervalAt(CONFIDENCE);
        return statistics.getN() < 2
                ? exactly(statistics.getMean())
                : new Measured(statistics.getPercentile(MEDIAN), Math.max(0, interval[0]), interval[1]);
    }

    /** How many times as much as {@code other}; the interval is as wide as both make it. */
    Measured over(Measured other) {
        return new Measured(median / other.median, low / other.high, high / other.low);
    }

    /** One for so many of them: a rate of a duration, and the reverse. */
    Measured inverse(double one) {
        return new Measured(one / median, one / high, one / low);
    }

    String format(String pattern) {
        String middle = String.format(Locale.ROOT, pattern, median);
        return low == high
                ? middle
                : String.format(Locale.ROOT, "%s (" + pattern + "–" + pattern + ")", middle, low, high);
    }
}
