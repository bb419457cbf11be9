package dev.keystile.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Measures two classes of inputs in random turn, so that whatever the machine does it does to both. Each input is made anew
 * right before it is measured, so that where it lies in memory says nothing of its class. Noise only ever adds time, so the
 * slowest measurements are cut off at several percentiles of both classes together, and the largest |t| of all cuts counts.
 *
 * @param <R> what an input is made of
 * @param <T> an input
 */
public final class TimingTrial<R, T> {

    private static final double[] PERCENTILES = {0.25, 0.5, 0.75, 0.9, 0.99};
    private static final int LEAST_WARM_UP = 200;
    private static final long SEED = 20_261_120;

    /** What is measured. Its answer is kept, so that nobody optimises the work away. */
    public interface Work<T> {
        boolean on(T input);
    }

    private final List<R> one;
    private final List<R> other;
    private final Function<R, T> maker;
    private final Work<T> work;
    private long answers;

    /** Compares {@code one} class and the {@code other}, of which {@code maker} makes inputs, by {@code work}. */
    public TimingTrial(List<R> one, List<R> other, Function<R, T> maker, Work<T> work) {
        this.one = one;
        this.other = other;
        this.maker = maker;
        this.work = work;
    }

    /** Measures {@code count} inputs, after a tenth as many that don't count. */
    public TimingVerdict measure(int count) {
        Random random = new Random(SEED);
        run(random, Math.max(LEAST_WARM_UP, count / 10));
        long[] nanos = run(random, count);
        long[] sorted = Arrays.stream(nanos).map(Math::abs).sorted().toArray();
        TimingVerdict worst = verdict(nanos, Long.MAX_VALUE);
        for (double percentile : PERCENTILES) {
            worst = worst.or(verdict(nanos, sorted[(int) (percentile * (count - 1))]));
        }
        return worst;
    }

    /** What each took; negative for the other class. */
    private long[] run(Random random, int count) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            boolean first = random.nextBoolean();
            T input = maker.apply((first ? one : other).get(random.nextInt(one.size())));
            long begun = System.nanoTime();
            boolean answer = work.on(input);
            long took = Math.max(1, System.nanoTime() - begun);
            answers += answer ? 1 : 0;
            nanos[i] = first ? took : -took;
        }
        return nanos;
    }

    private TimingVerdict verdict(long[] nanos, long limit) {
        Sample ones = new Sample();
        Sample others = new Sample();
        for (long took : nanos) {
            if (Math.abs(took) <= limit) {
                (took > 0 ? ones : others).add((double) Math.abs(took));
            }
        }
        return new TimingVerdict(
                ones.t(others), ones.mean() - others.mean(), ones.standardErrorOfDifference(others), answers);
    }
}
