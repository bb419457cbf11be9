package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a throttle counts failures by. */
class ThrottlePolicyTest {

    private static final ThrottlePolicy STANDARD = ThrottlePolicy.standard();
    private static final Backoff OTHER =
            new Backoff(3, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofMinutes(2));

    private static ThrottlePolicy welcomingFor(Duration welcome) {
        return new ThrottlePolicy(STANDARD.pair(), STANDARD.address(), STANDARD.account(), welcome);
    }

    @Test
    void eachBackoffIsReplacedByItself() {
        assertThat(STANDARD.withPair(OTHER))
                .isEqualTo(new ThrottlePolicy(OTHER, STANDARD.address(), STANDARD.account(), STANDARD.welcome()));
        assertThat(STANDARD.withAddress(OTHER))
                .isEqualTo(new ThrottlePolicy(STANDARD.pair(), OTHER, STANDARD.account(), STANDARD.welcome()));
        assertThat(STANDARD.withAccount(OTHER))
                .isEqualTo(new ThrottlePolicy(STANDARD.pair(), STANDARD.address(), OTHER, STANDARD.welcome()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P366D"})
    void anAddressIsWelcomeForNothingToAYear(Duration welcome) {
        assertThat(welcomingFor(welcome).welcome()).isEqualTo(welcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "P366DT0.001S"})
    void aWelcomeBelowNothingOrBeyondAYearIsRefused(Duration welcome) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> welcomingFor(welcome))
                .withMessageContaining("366 days");
    }

    @Test
    void twoExchangesAtOnceAreTheLeastThatALimitAllows() {
        Duration hour = Duration.ofHours(1);

        assertThat(ThrottlePolicy.limitingExchanges(2, hour.multipliedBy(2)).account())
                .isEqualTo(new Backoff(1, hour, hour, hour));
    }
}
