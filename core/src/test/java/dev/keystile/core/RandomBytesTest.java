package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomBytesTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 4096})
    void theSecureSourceGivesAsManyBytesAsAsked(int length) {
        assertThat(RandomBytes.secure().next(length)).hasSize(length);
    }

    @Test
    void theSecureSourceGivesAnArrayOfItsOwnEachTime() {
        RandomBytes random = RandomBytes.secure();

        assertThat(random.next(32)).isNotEqualTo(random.next(32));
    }

    /** With 61 degrees of freedom a fair source passes 110 once in some 8000 seeds; a modulo bias would give over 4000. */
    @Test
    void lettersAndDigitsAreEquallyLikely() {
        long seed = 62;
        int draws = 620_000;
        int[] counts = new int[128];
        new SeededBytes(seed).alphanumeric(draws).chars().forEach(c -> counts[c]++);

        double expected = (double) draws / ALPHABET.length();
        double chiSquare = ALPHABET.chars()
                .mapToDouble(c -> (counts[c] - expected) * (counts[c] - expected) / expected)
                .sum();
        assertThat(chiSquare).as("chi-square, seed %d", seed).isLessThan(110);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 1000})
    void aTextHasTheLengthAndTheAlphabet(int length) {
        assertThat(new SeededBytes(length).alphanumeric(length)).hasSize(length).matches("[A-Za-z0-9]*");
    }

    @Test
    void everyByteBelow248IsOneCharacterAndTheOthersAreDrawnAgain() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Deque<byte[]> script = new ArrayDeque<>(
                List.of(all, new byte[] {0, 1, 2, 3, 61, (byte) 248, (byte) 255, 4}, new byte[] {5, 6}));

        assertThat(((RandomBytes) length -> script.remove()).alphanumeric(256))
                .isEqualTo(ALPHABET.repeat(4) + "ABCD9E" + "FG");
    }
}
