package dev.keystile.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That a flood of names and addresses finds bounded room, and what it can and can't push out. */
class InMemoryLoginThrottleMemoryTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final int CAPACITY = 1000;
    private static final String NAME = "13800138000";
    private static final String ATTACKER = "192.0.2.1";

    private final InMemoryLoginThrottle throttle = new InMemoryLoginThrottle(ThrottlePolicy.standard(), CAPACITY);

    private boolean admits(String name, String address, long nowMillis) {
        return throttle.begin(LoginAttempt.of(name, address, nowMillis)) instanceof AttemptDecision.Admitted;
    }

    /** Every attempt is admitted, because it is under a name and from an address that nobody has seen. */
    private void flood(int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            assertThat(admits("name" + attempt, "2001:db8:" + Integer.toHexString(attempt & 0xFFFF) + "::1", NOW))
                    .isTrue();
        }
    }

    private void earnWait() {
        for (int failure = 0; failure <= 5; failure++) {
            admits(NAME, ATTACKER, NOW);
        }
    }

    @Test
    void aFloodTakesBoundedRoom() {
        flood(10_000);

        assertThat(throttle.held()).isLessThanOrEqualTo(4 * CAPACITY);
    }

    @Test
    void attemptsThatAreRefusedTakeNoRoom() {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            admits("name" + attempt, ATTACKER, NOW);
        }

        assertThat(throttle.held()).isEqualTo(51 + 51 + 1);
    }

    @Test
    void aFloodOfFirstFailuresPushesNoWaitOut() {
        earnWait();
        flood(10_000);

        assertThat(admits(NAME, ATTACKER, NOW)).isFalse();
    }

    @Test
    void aFloodPushesNoWelcomeOut() {
        LoginAttempt attempt = LoginAttempt.of(NAME, "198.51.100.1", NOW);
        throttle.begin(attempt);
        throttle.succeeded(attempt);
        flood(10_000);
        for (int failure = 0; failure <= 100; failure++) {
            admits(NAME, "2001:db8:0:" + Integer.toHexString(failure) + "::", NOW);
        }

        assertThat(admits(NAME, "203.0.113.1", NOW)).isFalse();
        assertThat(admits(NAME, "198.51.100.1", NOW)).isTrue();
    }

    @Test
    void whatIsForgivenLeavesWhileOthersComeIn() {
        flood(CAPACITY / 2);
        long later = NOW + Duration.ofDays(1).toMillis();
        for (int attempt = 0; attempt < CAPACITY / 4; attempt++) {
            admits("later" + attempt, "198.51.100." + attempt, later);
        }

        assertThat(throttle.held()).isEqualTo(3 * CAPACITY / 4);
    }

    @Test
    void successesLeaveNothingButAWelcome() {
        LoginAttempt attempt = LoginAttempt.of(NAME, ATTACKER, NOW);
        throttle.begin(attempt);
        throttle.succeeded(attempt);

        assertThat(throttle.held()).isEqualTo(1);
    }

    @Test
    void aCapacityThatHoldsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InMemoryLoginThrottle(ThrottlePolicy.standard(), 1))
                .withMessageContaining("at least two");
    }
}
