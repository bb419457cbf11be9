package dev.keystile.benchmark.turns;

import java.util.ArrayList;
import java.util.List;

/**
 * The median of many figures, and the interval that holds the true one in 95 of 100 runs, however they scatter: it ends at figures
 * so far from the middle that so lopsided a draw is that rare.
 *
 * @param low where the interval begins
 * @param high where it ends
 */
public record Ratio(double median, double low, double high) {

    /** How many standard deviations 95 in 100 are within. */
    private static final double DEVIATIONS = 1.96;

    /** Of these figures, each measured by itself. */
    public static Ratio of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int last = sorted.size() - 1;
        int outside = (int) Math.max(0, (sorted.size() - DEVIATIONS * Math.sqrt(sorted.size())) / 2);
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return new Ratio(median, sorted.get(outside), sorted.get(last - outside));
    }

    /** How many times as much one did in each of its turns as another did in the turn beside it. */
    static Ratio of(List<Double> turns, List<Double> turnsBeside) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            ratios.add(turns.get(turn) / turnsBeside.get(turn));
        }
        return of(ratios);
    }
}
