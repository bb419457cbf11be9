package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @Test
    void theStrictExchangeHasNoGraceAndNoDetectionAndRemembersNothing() {
        ExchangePolicy strict = ExchangePolicy.strict();

        assertThat(strict.graceWindow()).isZero();
        assertThat(strict.reuseDetection()).isFalse();
        assertThat(strict.remembersSpent()).isFalse();
    }

    @Test
    void eachRelaxationIsAVerbOfItsOwn() {
        ExchangePolicy both =
                ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10)).withReuseDetection();

        assertThat(both).isEqualTo(new ExchangePolicy(Duration.ofSeconds(10), true));
        assertThat(ExchangePolicy.strict().withReuseDetection().withGraceWindow(Duration.ofSeconds(10)))
                .isEqualTo(both);
    }

    @Test
    void eachRelaxationRemembersWhatWasSpent() {
        assertThat(ExchangePolicy.strict().withGraceWindow(Duration.ofNanos(1)).remembersSpent())
                .isTrue();
        assertThat(ExchangePolicy.strict().withReuseDetection().remembersSpent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT60S"})
    void aGraceWindowOfUpToAMinuteIsTaken(Duration window) {
        assertThat(ExchangePolicy.strict().withGraceWindow(window).graceWindow())
                .isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT60.001S", "PT1H", "PT2562047788015215H30M7.999999999S"})
    void anyOtherGraceWindowIsRefused(Duration window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangePolicy.strict().withGraceWindow(window))
                .withMessageContainingAll("zero (off) to 60 s", "not " + window);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void upTo1000IndependentPairsAreTaken(int max) {
        assertThat(LoginPolicy.independent(max)).isEqualTo(new LoginPolicy.Independent(max));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anyOtherNumberOfPairsIsRefused(int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginPolicy.independent(max))
                .withMessageContainingAll("1 to 1000", "not " + max);
    }

    @Test
    void policiesOfOneKindAreEqual() {
        assertThat(LoginPolicy.reuse()).isEqualTo(new LoginPolicy.Reuse()).isNotEqualTo(LoginPolicy.replace());
        assertThat(LoginPolicy.replace()).isEqualTo(new LoginPolicy.Replace());
    }

    @Test
    void aGraceWindowIsOpenUntilItsLastMillisecond() {
        ExchangePolicy policy = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10));

        assertThat(policy.isGraceOpen(1000, 10_999)).isTrue();
        assertThat(policy.isGraceOpen(1000, 11_000)).isFalse();
        assertThat(policy.isGraceOpen(1000, 0)).as("a clock that is behind").isTrue();
        assertThat(ExchangePolicy.strict().isGraceOpen(1000, 0)).as("no window").isFalse();
    }

    @Test
    void whatComesBackLaterThanAMinuteIsStolenWhereThatIsDetected() {
        ExchangePolicy policy = ExchangePolicy.strict().withReuseDetection();

        assertThat(policy.isTheft(1000, 61_000)).isFalse();
        assertThat(policy.isTheft(1000, 61_001)).isTrue();
        assertThat(ExchangePolicy.strict().isTheft(1000, 61_001)).isFalse();
    }
}
