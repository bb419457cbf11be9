package dev.keystile.benchmark.report;

import dev.keystile.benchmark.turns.Scores;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Something that was measured, beside what it has to be.
 *
 * @param work what was done
 * @param against what it is compared with, or the unit
 * @param bound what the measured value has to reach, or not to pass
 * @param atMost whether the bound is one from above
 */
record Finding(String work, String against, Measured measured, double bound, boolean atMost) {

    static Finding atLeast(double bound, String work, String against, Measured measured) {
        return new Finding(work, against, measured, bound, false);
    }

    static Finding atMost(double bound, String work, String against, Measured measured) {
        return new Finding(work, against, measured, bound, true);
    }

    /** That {@code ours} did the work so many times as often as {@code other} in the turns beside it. */
    static Finding beside(double bound, String work, Scores scores, String ours, String other) {
        return atLeast(bound, work, "× " + other, Measured.of(scores.ratio(ours, other)));
    }

    /** Whether the bound is met by the median. */
    boolean holds() {
        return atMost ? measured.median() <= bound : measured.median() >= bound;
    }

    /** Whether the bound is missed by more than the noise of this very run. */
    boolean fails() {
        return atMost ? measured.low() > bound : measured.high() < bound;
    }

    /** A line of the table. */
    String row() {
        String verdict = holds() ? "yes" : fails() ? "**no**" : "within the noise";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s %s | %s |",
                work,
                against,
                measured.format("%.2f"),
                atMost ? "≤" : "≥",
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(bound),
                verdict);
    }
}
