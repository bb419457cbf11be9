package dev.keystile.soak.server;

import java.util.List;
import java.util.Locale;

/**
 * Whether a JVM that does the same all the time holds the same all the time. What is compared is what it holds when it is quiet,
 * the lowest tenth of the samples: a busy moment doesn't raise that, a leak does. In the run's last third it is at most a tenth above
 * that of the second third, and a small allowance; the first third is for warming up.
 */
public enum Steadiness {
    /** Bytes in use after a collection. */
    HEAP("heap after a collection, MiB", 1024 * 1024, 1),
    /** Threads. */
    THREADS("threads", 1, 2),
    /** Open descriptors. */
    DESCRIPTORS("open descriptors", 1, 2),
    /** Sockets. */
    CONNECTIONS("of them connections", 1, 2);

    private static final double TENTH = 1.1;

    private final String title;
    private final double unit;
    private final double allowance;

    /** @param allowance in units: what a tenth of very little may be exceeded by */
    Steadiness(String title, double unit, double allowance) {
        this.title = title;
        this.unit = unit;
        this.allowance = allowance;
    }

    /**
     * The figures of a run.
     *
     * @param first of the first third, which may differ
     * @param second of the second third
     * @param last of the last third
     * @param highest of all
     * @param steady whether the last is within what it may be
     */
    public record Finding(String title, double first, double second, double last, double highest, boolean steady) {

        /** The figures as a row of a table. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %+.1f %% | %.1f | %s |",
                    title,
                    first,
                    second,
                    last,
                    100 * (last - second) / Math.max(second, 0.1),
                    highest,
                    steady ? "steady" : "**GROWS**");
        }
    }

    /** What {@code samples}, taken all the time and in order, say. */
    public Finding of(List<Sample> samples) {
        int third = samples.size() / 3;
        double first = quiet(samples.subList(0, third));
        double second = quiet(samples.subList(third, 2 * third));
        double last = quiet(samples.subList(2 * third, samples.size()));
        double highest = samples.stream().mapToLong(this::figureOf).max().orElseThrow() / unit;
        return new Finding(title, first, second, last, highest, last <= second * TENTH + allowance);
    }

    private long figureOf(Sample sample) {
        return switch (this) {
            case HEAP -> sample.heapBytes();
            case THREADS -> sample.threads();
            case DESCRIPTORS -> sample.descriptors();
            case CONNECTIONS -> sample.connections();
        };
    }

    private double quiet(List<Sample> samples) {
        double[] sorted = samples.stream()
                .mapToDouble(sample -> figureOf(sample) / unit)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("Three samples are the least to see growth; let it run longer.");
        }
        return sorted[sorted.length / 10];
    }
}
