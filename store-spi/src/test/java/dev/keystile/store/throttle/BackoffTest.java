package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How failures turn into delays. */
class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"0,0", "5,0", "6,1000", "7,2000", "8,4000", "15,512000", "16,900000", "17,900000", "1000000,900000"})
    void aDelayDoublesUpToItsCap(long failures, long delayMillis) {
        assertThat(ThrottlePolicy.standard().pair().delayMillis(failures)).isEqualTo(delayMillis);
    }

    @Test
    void noMoreFailuresAreCountedThanCostAnything() {
        assertThat(ThrottlePolicy.standard().pair().mostFailures()).isEqualTo(16);
    }

    @Test
    void howeverManyFailuresThereWereTheyAreForgivenInTime() {
        Backoff backoff = ThrottlePolicy.standard().pair();
        AttemptMeter meter = AttemptMeter.CLEAR;
        for (int failure = 0; failure < 1000; failure++) {
            meter = meter.counted(backoff, 0);
        }

        assertThat(meter.isClear(Duration.ofHours(8).toMillis())).isTrue();
        assertThat(meter.isClear(Duration.ofHours(8).toMillis() - 1)).isFalse();
    }

    @Test
    void theDelayThatIsACapAtOnceIsFine() {
        Backoff backoff = new Backoff(1, SECOND, SECOND, SECOND);

        assertThat(backoff.delayMillis(2)).isEqualTo(1000);
        assertThat(backoff.mostFailures()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1,PT0.001S,PT0.001S,PT0.001S", "10000,PT24H,PT24H,PT24H"})
    void theBoundsThemselvesAreWithin(int free, Duration first, Duration longest, Duration forgiven) {
        assertThat(new Backoff(free, first, longest, forgiven).delayMillis(free + 1L))
                .isEqualTo(first.toMillis());
    }

    @ParameterizedTest
    @CsvSource({
        "0,PT1S,PT1M,PT1M",
        "10001,PT1S,PT1M,PT1M",
        "5,PT0S,PT1M,PT1M",
        "5,PT2M,PT1M,PT1M",
        "5,PT1S,PT24H0.001S,PT1M",
        "5,PT1S,PT1M,PT0S",
        "5,PT1S,PT1M,PT24H0.001S"
    })
    void whatWouldNeverDelayOrLockOutForEverIsRefused(int free, Duration first, Duration longest, Duration forgiven) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(free, first, longest, forgiven))
                .withMessageContaining("backoff");
    }
}
