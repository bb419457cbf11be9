package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.UserId;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exchange tells its throttle, and how many a user may make. */
class ExchangeGuardTest {

    private static final UserId USER = new UserId("42");
    private static final UserId OTHER = new UserId("43");
    private static final int AT_ONCE = 6;
    private static final Duration EACH = Duration.ofMinutes(10);
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String EXCHANGED = "exchanged";
    private static final String REFUSED = "refused";

    private final LoginThrottle throttle =
            new InMemoryLoginThrottle(ThrottlePolicy.limitingExchanges(AT_ONCE, EACH.multipliedBy(AT_ONCE)), 10);

    private String exchangeAt(Instant time, UserId user, Supplier<String> exchange) {
        return new ExchangeGuard(throttle, Clock.fixed(time, ZoneOffset.UTC))
                .check(user, exchange, EXCHANGED::equals, wait -> "wait " + wait.toSeconds());
    }

    private void exhaust() {
        for (int exchange = 0; exchange < AT_ONCE; exchange++) {
            assertThat(exchangeAt(NOW, USER, () -> EXCHANGED)).isEqualTo(EXCHANGED);
        }
    }

    @Test
    void whoExchangesMoreThanAllowedIsToldToWaitAndNothingIsExchanged() {
        exhaust();

        assertThat(exchangeAt(NOW, USER, () -> {
                    throw new AssertionError("the exchange was asked");
                }))
                .isEqualTo("wait 600");
    }

    @Test
    void afterTheWaitThereIsOneMore() {
        exhaust();

        assertThat(exchangeAt(NOW.plus(EACH), USER, () -> EXCHANGED)).isEqualTo(EXCHANGED);
        assertThat(exchangeAt(NOW.plus(EACH), USER, () -> EXCHANGED)).isEqualTo("wait 600");
    }

    @Test
    void afterTheWindowAllAreThereAgain() {
        exhaust();
        Instant later = NOW.plus(EACH.multipliedBy(AT_ONCE));

        for (int exchange = 0; exchange < AT_ONCE; exchange++) {
            assertThat(exchangeAt(later, USER, () -> EXCHANGED)).isEqualTo(EXCHANGED);
        }
        assertThat(exchangeAt(later, USER, () -> EXCHANGED)).isEqualTo("wait 600");
    }

    @Test
    void anotherUserIsNotConcerned() {
        exhaust();

        assertThat(exchangeAt(NOW, OTHER, () -> EXCHANGED)).isEqualTo(EXCHANGED);
    }

    /** Or whoever has an old credential of a user would keep the user from refreshing. */
    @Test
    void whatWasNoExchangeUsesNothingUp() {
        for (int replay = 0; replay < 10 * AT_ONCE; replay++) {
            assertThat(exchangeAt(NOW, USER, () -> REFUSED)).isEqualTo(REFUSED);
        }

        exhaust();
    }

    @Test
    void anExchangeOfWhichNobodyKnowsStaysCounted() {
        for (int exchange = 0; exchange < AT_ONCE; exchange++) {
            assertThatThrownBy(() -> exchangeAt(NOW, USER, () -> {
                        throw new IllegalStateException("the answer is lost");
                    }))
                    .hasMessage("the answer is lost");
        }

        assertThat(exchangeAt(NOW, USER, () -> EXCHANGED)).isEqualTo("wait 600");
    }

    @Test
    void aGuardIsOffWhereNothingIsCounted() {
        assertThat(new ExchangeGuard(LoginThrottle.off(), Clock.systemUTC()).isOff())
                .isTrue();
        assertThat(new ExchangeGuard(throttle, Clock.systemUTC()).isOff()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 10_002})
    void aLimitOutOfItsBoundsIsRefused(int atOnce) {
        assertThatThrownBy(() -> ThrottlePolicy.limitingExchanges(atOnce, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
