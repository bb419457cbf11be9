package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Base64AlphabetTest {

    private static final int ROUNDS = 20_000;
    private static final long SEED = 4648;

    @ParameterizedTest
    @EnumSource
    void whatTheJdkWritesIsDecodedInPlaceAndElsewhere(Base64Alphabet alphabet) {
        Random random = new Random(SEED);
        for (int length = 1; length < 200; length++) {
            byte[] bytes = bytes(random, length);
            byte[] text = text(alphabet, bytes);
            byte[] target = new byte[length + 3];
            byte[] place =
                    ("xx" + new String(text, StandardCharsets.US_ASCII) + "yy").getBytes(StandardCharsets.US_ASCII);

            assertThat(alphabet.decode(text, 0, text.length, target, 3)).isEqualTo(length + 3);
            assertThat(alphabet.decode(place, 2, text.length + 2, place, 2)).isEqualTo(length + 2);
            assertThat(Arrays.copyOfRange(target, 3, length + 3)).isEqualTo(bytes);
            assertThat(Arrays.copyOfRange(place, 2, length + 2)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreWrittenAsTheJdkWritesThem(Base64Alphabet alphabet) {
        Random random = new Random(SEED);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = bytes(random, length);
            byte[] text = text(alphabet, bytes);
            byte[] target = new byte[text.length + 4];

            assertThat(Base64Alphabet.encodedLength(length)).isEqualTo(text.length);
            assertThat(alphabet.encode(bytes, target, 3)).isEqualTo(3 + text.length);
            assertThat(Arrays.copyOfRange(target, 3, 3 + text.length)).isEqualTo(text);
            assertThat(target[3 + text.length]).isZero();
        }
    }

    /** Of all texts that are nearly canonical, exactly those are taken that the JDK would write again as they are. */
    @ParameterizedTest
    @EnumSource
    void whatTheJdkWouldWriteOtherwiseIsRefused(Base64Alphabet alphabet) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] text = text(alphabet, bytes(random, 1 + random.nextInt(12)));
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            byte[] cut = Arrays.copyOf(text, text.length - random.nextInt(2));
            byte[] target = new byte[16];
            int end = alphabet.decode(cut, 0, cut.length, target, 0);
            boolean canonical = end > 0 && Arrays.equals(text(alphabet, Arrays.copyOf(target, end)), cut);

            assertThat(end >= 0).as("seed %d, round %d", SEED, round).isEqualTo(canonical);
            assertThat(alphabet.isCanonical(cut, 0, cut.length)).isEqualTo(canonical);
            refused += canonical ? 0 : 1;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 100);
    }

    /** A range of nothing, or of one character, is no spelling, whatever stands around it. */
    @ParameterizedTest
    @EnumSource
    void tooFewCharactersSpellNothing(Base64Alphabet alphabet) {
        byte[] text = "QUJD".getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < 2; length++) {
            assertThat(alphabet.isCanonical(text, 2, 2 + length)).isFalse();
            assertThat(alphabet.decode(text, 2, 2 + length, new byte[3], 0)).isEqualTo(Base64Alphabet.NOT_CANONICAL);
        }
    }

    /** Eight characters are looked at together; each of them counts, wherever it stands. */
    @ParameterizedTest
    @EnumSource
    void everyCharacterIsToldAtEveryPlace(Base64Alphabet alphabet) {
        for (int place = 0; place < 20; place++) {
            for (int character = 0; character < 256; character++) {
                byte[] text = "xxQUJDREVGR0hJSktMTU5PUAxx".getBytes(StandardCharsets.US_ASCII);
                text[2 + place] = (byte) character;

                assertThat(alphabet.isCanonical(text, 2, 22))
                        .as("%#x at %d", character, place)
                        .isEqualTo(alphabet.decode(text, 2, 22, new byte[15], 0) == 15);
            }
        }
    }

    private static byte[] text(Base64Alphabet alphabet, byte[] bytes) {
        Base64.Encoder encoder = alphabet == Base64Alphabet.URL ? Base64.getUrlEncoder() : Base64.getEncoder();
        return encoder.withoutPadding().encode(bytes);
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
