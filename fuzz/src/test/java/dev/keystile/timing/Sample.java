package dev.keystile.timing;

/** Mean and variance of numbers that come one by one (Welford). For one thread. */
final class Sample {

    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    double mean() {
        return mean;
    }

    /** Welch's t of this sample against {@code other}: how many standard errors the two means are apart. */
    double t(Sample other) {
        return (mean - other.mean) / standardErrorOfDifference(other);
    }

    double standardErrorOfDifference(Sample other) {
        return Math.sqrt(variance() / count + other.variance() / other.count);
    }

    private double variance() {
        return squares / (count - 1);
    }
}
