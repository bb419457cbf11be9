package dev.keystile.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keystile.codec.Digests;
import dev.keystile.core.RandomBytes;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The instrument sees a leak where there is one, and none where there is none. */
class TimingTrialTest {

    private static final int COMPARISONS = 1_000_000;
    private static final byte[] SECRET = RandomBytes.secure().next(32);

    @Test
    void welchsTIsWhatTheTextbookSays() {
        Sample one = new Sample();
        Sample other = new Sample();
        for (double value : new double[] {1, 2, 3, 4, 5}) {
            one.add(value);
        }
        for (double value : new double[] {2, 4, 6}) {
            other.add(value);
        }

        assertThat(one.t(other)).isCloseTo(-0.7385, within(0.0001));
    }

    @Test
    @Tag("timing")
    void aComparisonThatEndsAtTheFirstDifferenceIsSeen() {
        TimingVerdict verdict = trial(TimingTrialTest::leakingEquals).measure(COMPARISONS);

        System.out.println("planted early exit: " + verdict);
        assertThat(verdict.isReal()).as(verdict.toString()).isTrue();
    }

    @Test
    @Tag("timing")
    void theComparisonOfSecretsIsNotSeen() {
        TimingVerdict verdict =
                trial(guess -> Digests.constantTimeEquals(SECRET, guess)).measure(COMPARISONS);

        System.out.println("constant-time comparison: " + verdict);
        assertThat(verdict.isReal()).as(verdict.toString()).isFalse();
    }

    /** Guesses that are wrong at once, and guesses that are wrong at the end. */
    private static TimingTrial<Integer, byte[]> trial(TimingTrial.Work<byte[]> work) {
        return new TimingTrial<>(List.of(0), List.of(SECRET.length - 1), TimingTrialTest::wrongAt, work);
    }

    private static byte[] wrongAt(int place) {
        byte[] guess = SECRET.clone();
        guess[place] ^= 1;
        return guess;
    }

    private static boolean leakingEquals(byte[] guess) {
        for (int i = 0; i < SECRET.length; i++) {
            if (SECRET[i] != guess[i]) {
                return false;
            }
        }
        return true;
    }
}
