package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformRandomTest {

    @Test
    void ofTheJdksNativeSourceTheDeviceIsReadWithoutItsBuffer() {
        SecureRandom configured = new SecureRandom();
        assumeThat(configured.getAlgorithm()).isEqualTo("NativePRNG");

        assertThat(new PlatformRandom(configured)).hasToString("PlatformRandom[NativePRNGNonBlocking]");
    }

    @Test
    void anySourceThatSomebodyHasChosenIsDrawnFromAsItIs() throws NoSuchAlgorithmException {
        SecureRandom chosen = SecureRandom.getInstance("DRBG");

        assertThat(new PlatformRandom(chosen)).hasToString("PlatformRandom[DRBG]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 512, 100_000})
    void asManyBytesComeFromTheDeviceAsWereAskedFor(int length) {
        assertThat(new PlatformRandom().next(length)).hasSize(length);
    }

    /** With 255 degrees of freedom a fair source passes 370 once in some 200,000 runs. */
    @Test
    void everyValueOfAByteIsEquallyLikely() {
        int[] counts = new int[256];
        for (byte drawn : new PlatformRandom().next(256 * 1024)) {
            counts[drawn & 0xFF]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 1024.0) * (count - 1024.0) / 1024.0;
        }

        assertThat(chiSquare).isLessThan(370);
    }
}
