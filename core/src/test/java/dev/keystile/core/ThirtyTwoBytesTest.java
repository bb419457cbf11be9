package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** What numbers make of bytes, beside what the JDK makes of them in an array. */
class ThirtyTwoBytesTest {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @RepeatedTest(1000)
    void aKeyIsSpelledAsTheJdkSpellsItsBytes() {
        byte[] bytes = draw();

        assertThat(ApiKey.of(bytes).text()).as("seed %d", seed).isEqualTo(base64(bytes));
    }

    @RepeatedTest(1000)
    void aSecretIsWrittenAsTheJdkSpellsItsBytesAndNowhereElse() {
        byte[] bytes = draw();
        byte[] target = new byte[60];

        int end = ApiSecret.of(bytes).writeText(target, 7);

        assertThat(end).as("seed %d", seed).isEqualTo(51);
        assertThat(target)
                .as("seed %d", seed)
                .isEqualTo(("\0".repeat(7) + base64(bytes) + "\0".repeat(9)).getBytes(StandardCharsets.US_ASCII));
    }

    @RepeatedTest(100)
    void theBytesComeOutAsTheyWentIn() {
        byte[] bytes = draw();

        assertThat(ApiKey.of(bytes).bytes()).as("seed %d", seed).isEqualTo(bytes);
        assertThat(ApiSecret.of(bytes).bytes()).as("seed %d", seed).isEqualTo(bytes);
    }

    @RepeatedTest(100)
    void anyBitTellsTwoApart() {
        byte[] bytes = draw();
        byte[] other = bytes.clone();
        other[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));

        assertThat(ApiKey.of(bytes))
                .as("seed %d", seed)
                .isEqualTo(ApiKey.of(bytes))
                .isNotEqualTo(ApiKey.of(other));
        assertThat(ApiSecret.of(bytes))
                .as("seed %d", seed)
                .isEqualTo(ApiSecret.of(bytes))
                .isNotEqualTo(ApiSecret.of(other));
    }

    /** Random bytes, or many that are alike, whose numbers have sign bits where nobody expects them. */
    private byte[] draw() {
        byte[] bytes = new byte[ApiKey.LENGTH];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            int from = random.nextInt(bytes.length);
            Arrays.fill(bytes, from, bytes.length, (byte) (random.nextBoolean() ? 0xFF : 0x80));
        }
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
