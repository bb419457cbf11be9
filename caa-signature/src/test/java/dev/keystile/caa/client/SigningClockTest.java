package dev.keystile.caa.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.AdjustableClock;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SigningClockTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final AdjustableClock device = new AdjustableClock(NOW);
    private final SigningClock clock = new SigningClock(device, Duration.ofDays(1));

    @Test
    void noMillisecondIsToldTwice() {
        assertThat(LongStream.range(0, 5).map(i -> clock.millis()))
                .containsExactly(NOW, NOW + 1, NOW + 2, NOW + 3, NOW + 4);
    }

    @Test
    void aCorrectionWithinTheBoundIsMade() {
        assertThat(clock.correctTo(NOW - 8 * HOUR)).isTrue();
        assertThat(clock.millis()).isEqualTo(NOW - 8 * HOUR);
    }

    @Test
    void aCorrectionBeyondTheBoundIsNotMade() {
        assertThat(clock.correctTo(NOW + 24 * HOUR + 1)).isFalse();
        assertThat(clock.millis()).isEqualTo(NOW);
    }

    @Test
    void correctionsDoNotAddUp() {
        clock.correctTo(NOW + 24 * HOUR);

        assertThat(clock.correctTo(NOW + 25 * HOUR)).isFalse();
        assertThat(clock.now()).isEqualTo(NOW + 24 * HOUR);
    }

    @Test
    void aDateThatFitsChangesNothing() {
        device.advance(Duration.ofMillis(300));
        clock.refineBy(NOW - NOW % 1000, NOW);

        assertThat(clock.now()).isEqualTo(NOW + 300);
    }

    @Test
    void aDateMovesTheClockNoFurtherThanItHasTo() {
        device.advance(Duration.ofMillis(300));
        clock.refineBy(NOW + 60_000, NOW);

        assertThat(clock.now()).isEqualTo(NOW + 60_000);
    }

    @Test
    void aDateThatTheServerCannotMeanIsIgnored() {
        clock.refineBy(NOW + Duration.ofMinutes(6).toMillis(), NOW);

        assertThat(clock.now()).isEqualTo(NOW);
    }

    @Test
    void datesDoNotDriveTheClockBeyondTheBound() {
        for (int step = 1; step <= 400; step++) {
            clock.refineBy(NOW + step * Duration.ofMinutes(4).toMillis(), NOW);
        }
        assertThat(clock.now()).isEqualTo(NOW + 24 * HOUR);
    }

    @Test
    void aClockThatWasSetBackIsBelieved() {
        clock.correctTo(NOW + HOUR);
        assertThat(clock.millis()).isEqualTo(NOW + HOUR);
        clock.correctTo(NOW);

        assertThat(clock.millis()).isEqualTo(NOW);
    }
}
