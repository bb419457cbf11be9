package dev.keystile.caa.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.RandomBytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysTest {

    private final byte[] key = RandomBytes.secure().next(32);

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void aKeyThatIsNot32BytesIsRefusedWithItsSizeAndTheRemedy(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingKeys.of(RandomBytes.secure().next(length)))
                .withMessageContainingAll("32 random bytes", " " + length + ";", "openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 'a', -1})
    void aKeyOfOneByteRepeatedIsRefused(byte repeated) {
        byte[] weak = new byte[32];
        Arrays.fill(weak, repeated);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingKeys.of(weak))
                .withMessageContaining("repeated");
    }

    @Test
    void aFormerKeyIsHeldToTheSameRules() {
        SealingKeys ring = SealingKeys.of(key);

        assertThatIllegalArgumentException().isThrownBy(() -> ring.alsoOpening(new byte[32]));
    }

    @Test
    void aKeyIsNamedOnce() {
        SealingKeys ring = SealingKeys.of(key);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring.alsoOpening(key))
                .withMessageContaining("already");
    }

    @Test
    void aRingIsNotChangedByTheOnesMadeFromIt() {
        SealingKeys ring = SealingKeys.of(key);
        ring.alsoOpening(RandomBytes.secure().next(32));

        assertThat(ring).hasToString("SealingKeys[1 redacted]");
    }

    @Test
    void theKeyIsCopied() {
        byte[] handedIn = key.clone();
        SealingKeys ring = SealingKeys.of(handedIn);
        Arrays.fill(handedIn, (byte) 0);

        assertThat(ring.find(ring.currentId()).orElseThrow().getEncoded()).isEqualTo(key);
    }
}
