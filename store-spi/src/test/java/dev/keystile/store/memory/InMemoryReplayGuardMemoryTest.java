package dev.keystile.store.memory;

import static dev.keystile.store.memory.Logins.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.Lookup;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** That memory follows the requests of one window, and that no call pays for what others left. */
class InMemoryReplayGuardMemoryTest {

    private static final long WINDOW = 300_000;

    private final InMemoryReplayGuard guard = new InMemoryReplayGuard();
    private final Lookup credential = Logins.lookupOf(Logins.user(1));

    @Test
    void aUseIsForgottenWhenItIsDue() {
        guard.isFirstUse(credential, digest(1), NOW + WINDOW, NOW);

        assertThat(guard.isFirstUse(credential, digest(1), NOW + 2 * WINDOW, NOW + WINDOW))
                .isTrue();
    }

    @Test
    void aUseThatComesAgainWhenDueIsKeptOnce() {
        guard.isFirstUse(credential, digest(1), NOW + WINDOW, NOW);
        guard.isFirstUse(credential, digest(1), NOW + 2 * WINDOW, NOW + WINDOW);

        assertThat(guard.uses()).isEqualTo(1);
    }

    @Test
    void aHundredThousandUsesThatAreDueLeaveWhileOthersComeIn() {
        useUp(100_000);

        for (int call = 0; call < 20_000; call++) {
            guard.isFirstUse(credential, digest(-1), NOW + 2 * WINDOW, NOW + WINDOW);
        }

        assertThat(guard.uses()).isEqualTo(1);
    }

    @Test
    void noCallLetsGoOfMoreThanTwoBites() {
        useUp(20_000);

        for (int call = 0; call < 500; call++) {
            int before = guard.uses();
            guard.isFirstUse(credential, digest(-1 - call), NOW + 2 * WINDOW, NOW + WINDOW);
            assertThat(before - guard.uses()).isLessThanOrEqualTo(2 * Shard.BITE);
        }
    }

    private void useUp(int count) {
        for (int number = 0; number < count; number++) {
            guard.isFirstUse(credential, digest(number), NOW + WINDOW, NOW);
        }
        assertThat(guard.uses()).isEqualTo(count);
    }

    private static byte[] digest(int number) {
        return ByteBuffer.allocate(32).putInt(number).array();
    }
}
