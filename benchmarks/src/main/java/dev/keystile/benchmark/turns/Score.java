package dev.keystile.benchmark.turns;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** What a contestant reached, turn by turn. */
public final class Score {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final List<Double> rates = new ArrayList<>();
    private final List<Double> allocations = new ArrayList<>();

    void add(IterationResult turn) {
        rates.add(turn.getPrimaryResult().getScore());
        Result<?> garbage = turn.getSecondaryResults().get(ALLOCATION);
        if (garbage == null) {
            throw new IllegalArgumentException("JMH didn't measure garbage; add the profiler that does.");
        }
        allocations.add(garbage.getScore());
    }

    /** Operations in a second. */
    public Ratio rate() {
        return Ratio.of(rates);
    }

    /** Bytes of garbage for an operation. */
    public Ratio allocation() {
        return Ratio.of(allocations);
    }

    Ratio over(Score other) {
        return Ratio.of(rates, other.rates);
    }
}
