package dev.keystile.benchmark.store;

import dev.keystile.benchmark.turns.Ratio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Two ways to do the same, by turns of a few hundredths of a second. What else the machine does in the meantime slows both alike,
 * so that of each two neighbouring turns the ratio says more than the rates.
 */
final class Contest {

    private final int rounds;
    private final Duration turn;

    /**
     * @param rounds how many turns both get
     * @param turn how long each is
     */
    Contest(int rounds, Duration turn) {
        this.rounds = rounds;
        this.turn = turn;
    }

    /** How many times as often as {@code bare} do {@code callers} at once get {@code ours} done, after some turns to warm up. */
    Ratio between(IntConsumer ours, IntConsumer bare, int callers) throws InterruptedException {
        ExecutorService crew = Executors.newFixedThreadPool(callers);
        try {
            ratios(crew, ours, bare, callers, 1 + rounds / 4);
            return Ratio.of(ratios(crew, ours, bare, callers, rounds));
        } finally {
            crew.shutdownNow();
        }
    }

    private List<Double> ratios(ExecutorService crew, IntConsumer ours, IntConsumer bare, int callers, int rounds)
            throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = rate(crew, oursFirst ? ours : bare, callers);
            double second = rate(crew, oursFirst ? bare : ours, callers);
            ratios.add(oursFirst ? first / second : second / first);
        }
        return ratios;
    }

    /** Calls in a nanosecond. */
    private double rate(ExecutorService crew, IntConsumer work, int callers) throws InterruptedException {
        long begun = System.nanoTime();
        List<Callable<Long>> shifts = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int number = caller;
            shifts.add(() -> calls(work, number, begun));
        }
        long calls = 0;
        for (Future<Long> shift : crew.invokeAll(shifts)) {
            calls += done(shift);
        }
        return (double) calls / (System.nanoTime() - begun);
    }

    private long calls(IntConsumer work, int caller, long begun) {
        long calls = 0;
        do {
            work.accept(caller);
            calls++;
        } while (System.nanoTime() - begun < turn.toNanos());
        return calls;
    }

    private static long done(Future<Long> shift) throws InterruptedException {
        try {
            return shift.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A call failed, so nothing was measured.", failure);
        }
    }
}
