package dev.keystile.store.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.RandomBytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What meters are named by where others may read them. */
class ThrottleKeyTest {

    private static final AttemptKey ANNA = AttemptKey.of("account", "anna");

    private final byte[] random = RandomBytes.secure().next(32);

    @Test
    void aNameIsTheSameOnEveryNodeThatHasTheKey() {
        assertThat(ThrottleKey.of(random).nameOf(ANNA))
                .isEqualTo(ThrottleKey.of(random.clone()).nameOf(ANNA));
    }

    @Test
    void aNameSaysNothingToWhoHasNotTheKey() {
        assertThat(ThrottleKey.of(random).nameOf(ANNA))
                .hasSize(16)
                .isNotEqualTo(ANNA.bytes())
                .isNotEqualTo(ThrottleKey.of(RandomBytes.secure().next(32)).nameOf(ANNA));
    }

    @Test
    void noTwoKeysHaveOneName() {
        assertThat(ThrottleKey.of(random).nameOf(ANNA))
                .isNotEqualTo(ThrottleKey.of(random).nameOf(AttemptKey.of("account", "anne")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void aKeyOfAnotherLengthIsRefusedWithTheRemedy(int length) {
        assertThatThrownBy(() -> ThrottleKey.of(new byte[length]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 random bytes")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aKeyThatIsOneByteRepeatedIsRefused() {
        byte[] repeated = new byte[32];
        Arrays.fill(repeated, (byte) 7);

        assertThatThrownBy(() -> ThrottleKey.of(repeated)).hasMessageContaining("one byte repeated");
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(ThrottleKey.of(random)).hasToString("ThrottleKey[redacted]");
    }
}
