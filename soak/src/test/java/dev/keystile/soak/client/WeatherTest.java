package dev.keystile.soak.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.AdjustableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WeatherTest {

    private final AdjustableClock clock = new AdjustableClock(1_795_176_000_000L);
    private final Weather weather = new Weather(clock);

    @Test
    void itIsFineUnlessToldOtherwise() {
        assertThat(weather.wasFine(clock.millis(), clock.millis())).isTrue();
    }

    @Test
    void itIsBadWhileTheEngineIsDown() {
        weather.turnsBad();

        assertThat(weather.wasFine(clock.millis(), clock.millis() + 1)).isFalse();
    }

    @Test
    void itIsFineAgainFifteenSecondsAfterTheEngineIsUp() {
        weather.turnsBad();
        weather.clearsUp();

        assertThat(weather.wasFine(clock.millis() + 15_000, clock.millis() + 15_001))
                .isFalse();
        assertThat(weather.wasFine(clock.millis() + 15_001, clock.millis() + 15_002))
                .isTrue();
    }

    @Test
    void aCallThatBeganInFineWeatherAndEndedInBadMayFail() {
        long before = clock.millis();
        clock.advance(Duration.ofSeconds(1));
        weather.look();
        weather.turnsBad();

        assertThat(weather.wasFine(before, clock.millis())).isFalse();
    }

    @Test
    void itWasBadWhileNobodyWasAwake() {
        long before = clock.millis();
        clock.advance(Duration.ofMinutes(5));

        assertThat(weather.wasFine(before + 1000, clock.millis())).isFalse();
        assertThat(weather.standstills()).isOne();
    }
}
