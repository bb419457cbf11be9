package dev.keystile.benchmark.store;

import java.util.List;

/**
 * The median of many ratios, and the interval that holds the true one in 95 of 100 runs, however they scatter: it ends at ratios
 * so far from the middle that so lopsided a draw is that rare.
 *
 * @param low where the interval begins
 * @param high where it ends
 */
public record Ratio(double median, double low, double high) {

    /** How many standard deviations 95 in 100 are within. */
    private static final double DEVIATIONS = 1.96;

    static Ratio of(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int last = sorted.size() - 1;
        int outside = (int) Math.max(0, (sorted.size() - DEVIATIONS * Math.sqrt(sorted.size())) / 2);
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return new Ratio(median, sorted.get(outside), sorted.get(last - outside));
    }
}
