package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalDigitsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 101, 999_999_999, 1_700_000_000, 1_700_000_000_123L, Long.MAX_VALUE})
    void aNumberIsWrittenAsTheJdkWritesIt(long number) {
        assertThat(written(number)).isEqualTo(Long.toString(number));
    }

    @Test
    void soIsEveryPowerOfTenAndWhatIsNextToIt() {
        for (long power = 10; power <= 1_000_000_000_000_000_000L / 10; power *= 10) {
            assertThat(written(power - 1)).isEqualTo(Long.toString(power - 1));
            assertThat(written(power)).isEqualTo(Long.toString(power));
        }
    }

    @Test
    void andAnyOther() {
        Random random = new Random(20_261_120);
        for (int round = 0; round < 50_000; round++) {
            long number = random.nextLong() >>> (1 + random.nextInt(62));
            assertThat(written(number)).as("seed 20261120, round %d", round).isEqualTo(Long.toString(number));
        }
    }

    private static String written(long number) {
        int digits = DecimalDigits.count(number);
        byte[] target = new byte[digits + 2];
        DecimalDigits.write(number, target, digits + 1);
        assertThat(target[0]).isZero();
        assertThat(target[digits + 1]).isZero();
        return new String(target, 1, digits, StandardCharsets.US_ASCII);
    }
}
