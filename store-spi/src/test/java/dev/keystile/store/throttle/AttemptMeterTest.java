package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two times that a throttle keeps under a key, and what follows from them. */
class AttemptMeterTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final Backoff BACKOFF =
            new Backoff(2, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofMinutes(1));

    private static AttemptMeter after(int failures) {
        AttemptMeter meter = AttemptMeter.CLEAR;
        for (int failure = 0; failure < failures; failure++) {
            meter = meter.counted(BACKOFF, NOW);
        }
        return meter;
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,0", "3,1000", "4,2000", "5,4000", "6,4000"})
    void anAttemptWaitsAsLongAsItsFailuresCost(int failures, long waitMillis) {
        assertThat(after(failures).waitMillis(BACKOFF, NOW)).isEqualTo(waitMillis);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "2,false", "3,true", "5,true"})
    void aMeterDelaysFromTheFirstFailureThatIsNotFree(int failures, boolean delaying) {
        assertThat(after(failures).isDelaying(BACKOFF, NOW)).isEqualTo(delaying);
    }

    @Test
    void aMeterDelaysNoMoreOnceEnoughIsForgiven() {
        long oneIsForgiven = NOW + BACKOFF.forgivenEvery().toMillis();

        assertThat(after(3).isDelaying(BACKOFF, oneIsForgiven - 1)).isTrue();
        assertThat(after(3).isDelaying(BACKOFF, oneIsForgiven)).isFalse();
    }

    /** Where the longest delay outlasts what is forgiven, the wait alone keeps a meter from being dropped. */
    @Test
    void aMeterIsClearOnceItsWaitIsOver() {
        AttemptMeter waiting = new AttemptMeter(NOW - 1, NOW + 1);

        assertThat(waiting.isClear(NOW)).isFalse();
        assertThat(waiting.isClear(NOW + 1)).isTrue();
    }

    @Test
    void whatIsTakenBackCostsNothing() {
        assertThat(after(3).takenBack(BACKOFF))
                .isEqualTo(new AttemptMeter(NOW + 2 * BACKOFF.forgivenEvery().toMillis(), 0));
    }
}
