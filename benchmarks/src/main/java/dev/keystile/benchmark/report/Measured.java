package dev.keystile.benchmark.report;

import dev.keystile.benchmark.turns.Ratio;
import java.util.Locale;

/**
 * A median and the interval that holds the true one in 95 of 100 runs.
 *
 * @param low where the interval begins
 * @param high where it ends
 */
record Measured(double median, double low, double high) {

    static Measured exactly(double value) {
        return new Measured(value, value, value);
    }

    static Measured of(Ratio ratio) {
        return new Measured(ratio.median(), ratio.low(), ratio.high());
    }

    String format(String pattern) {
        String middle = String.format(Locale.ROOT, pattern, median);
        return low == high
                ? middle
                : String.format(Locale.ROOT, "%s (" + pattern + "–" + pattern + ")", middle, low, high);
    }
}
