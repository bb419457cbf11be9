package dev.keystile.benchmark.report;

import dev.keystile.benchmark.turns.Ratio;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** How much slower a look-up gets as the store grows, beside a bare map that grows as much. */
final class StoreGrowth implements Measurement {

    private static final int SMALL = 10_000;
    private static final int ROUNDS = 40;
    private static final int REPETITIONS = 3;
    private static final double BOUND = 1.3;

    @Override
    public List<Finding> take(Effort effort) {
        List<Double> ratios = new ArrayList<>();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            double store = ofStore(effort.pairs()) / ofStore(SMALL);
            double map = ofMap(effort.pairs()) / ofMap(SMALL);
            ratios.add(store / map);
        }
        return List.of(Finding.atMost(
                BOUND,
                "Look-up, " + SMALL + " → " + effort.pairs() + " pairs: how much it slows",
                "× how much a ConcurrentHashMap slows",
                Measured.of(Ratio.of(ratios))));
    }

    private static double ofStore(int pairs) {
        FilledStore filled = new FilledStore(pairs);
        return nanos(filled.sample, lookup -> filled.store.find(lookup, FilledStore.NOW) instanceof FindResult.Live);
    }

    private static double ofMap(int pairs) {
        Map<Lookup, Lookup> map = new ConcurrentHashMap<>();
        List<Lookup> sample = FilledStore.make(pairs, credential -> map.put(credential.lookup(), credential.lookup()));
        return nanos(sample, lookup -> map.get(lookup) != null);
    }

    /** Processor time for one of the fastest round's look-ups. */
    private static double nanos(List<Lookup> lookups, Predicate<Lookup> find) {
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (Lookup lookup : lookups) {
                if (!find.test(lookup)) {
                    throw new IllegalStateException("A pair that was put in is not there.");
                }
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            fastest = Math.min(fastest, (double) spent / lookups.size());
        }
        return fastest;
    }
}
