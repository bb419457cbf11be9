package dev.keystile.timing;

/**
 * What a trial found.
 *
 * @param t Welch's t
 * @param nanosApart by how much the means differ
 * @param standardErrorNanos of the difference, where it is known best
 * @param answers how often the answer was yes
 */
public record TimingVerdict(double t, double nanosApart, double standardErrorNanos, long answers) {

    /** Beyond this, dudect takes a difference for real. */
    private static final double REAL = 4.5;

    /** The larger t of two cuts through the same measurements, and the finer resolution. */
    TimingVerdict or(TimingVerdict cut) {
        TimingVerdict worse = Math.abs(cut.t) > Math.abs(t) ? cut : this;
        return new TimingVerdict(
                worse.t, worse.nanosApart, Math.min(standardErrorNanos, cut.standardErrorNanos), answers);
    }

    /** Whether the difference is one, and not chance. */
    public boolean isReal() {
        return Math.abs(t) >= REAL;
    }

    /** With the smallest difference that would have been taken for real. */
    @Override
    public String toString() {
        return String.format("t = %.2f; %.2f ns apart, %.2f ns would show", t, nanosApart, REAL * standardErrorNanos);
    }
}
