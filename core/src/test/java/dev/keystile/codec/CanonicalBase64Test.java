package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections are those of RFC 4648. */
class CanonicalBase64Test {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    @ParameterizedTest
    @CsvSource({"'',''", "f,Zg==", "fo,Zm8=", "foo,Zm9v", "foob,Zm9vYg==", "fooba,Zm9vYmE=", "foobar,Zm9vYmFy"})
    void section10TestVectors(String plain, String encoded) {
        assertThat(CanonicalBase64.encode(plain.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(encoded);
        assertThat(CanonicalBase64.decode(encoded))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo(plain));
    }

    @Test
    void everyByteValueSurvives() {
        for (int value = 0; value < 256; value++) {
            byte[] bytes = {(byte) value, 0, (byte) value, (byte) 0xFF};
            assertThat(CanonicalBase64.decode(CanonicalBase64.encode(bytes)))
                    .as("byte %d", value)
                    .contains(bytes);
        }
    }

    @Test
    void section4TheAlphabetIsTheStandardOne() {
        byte[] bytes = CanonicalBase64.decode(ALPHABET).orElseThrow();

        assertThat(CanonicalBase64.encode(bytes)).isEqualTo(ALPHABET);
    }

    @Test
    void section35SpareBitsAreZero() {
        for (int last = 0; last < 64; last++) {
            assertThat(CanonicalBase64.decode("A" + ALPHABET.charAt(last) + "==")
                            .isPresent())
                    .as("4 spare bits of %d", last)
                    .isEqualTo(last % 16 == 0);
            assertThat(CanonicalBase64.decode("AA" + ALPHABET.charAt(last) + "=")
                            .isPresent())
                    .as("2 spare bits of %d", last)
                    .isEqualTo(last % 4 == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zg",
                "Zg=",
                "Zg===",
                "Zg====",
                "Zm8",
                "Zm8==",
                "Zm9v=",
                "Zm9v====",
                "Zm9vYg",
                "=",
                "==",
                "====",
                "Z===",
                "Z",
                "Zm9vY",
                "Zg==Zg==",
                "Zm8=Zm9v",
                "Zm=v",
                "=Zm9",
                "Z=g=",
                "Zg=Z"
            })
    void section32PaddingIsExactlyAsRequired(String text) {
        assertThat(CanonicalBase64.decode(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Zg==",
                "Zg== ",
                "Zg==\n",
                "Z g=",
                "Zm9v\r\nYmFy",
                "Zm9v\nYmF",
                "Zm9v    ",
                "    ",
                "\n\n\n\n",
                "Zg=\0",
                "\0\0\0\0",
                "-_-_",
                "Zm9-",
                "Zm9_",
                "Zm9.",
                "Zm9,",
                "Zm9*",
                "Zm9%",
                "%3D%3D",
                "Zm\u00b9v",
                "Zm\u0661v",
                "\uff3am9v",
                "Zm9v\ufeff",
                "\ud83d\ude00\ud83d\ude00",
                "\ud800m9v",
                "Zm9\u0176",
                "Zm9\u0100"
            })
    void section33NothingOutsideTheAlphabetIsSkipped(String text) {
        assertThat(CanonicalBase64.decode(text)).isEmpty();
    }

    @Test
    void everyOtherCharacterAtEveryPlaceChangesOrRefuses() {
        String key = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
        for (int at = 0; at < key.length(); at++) {
            for (char c = 0; c < 0x180; c++) {
                String text = key.substring(0, at) + c + key.substring(at + 1);
                assertThat(CanonicalBase64.decode(text)
                                .map(CanonicalBase64::encode)
                                .orElse(text))
                        .isEqualTo(text);
                if (ALPHABET.indexOf(c) < 0 && c != key.charAt(at)) {
                    assertThat(CanonicalBase64.decode(text))
                            .as("U+%04X at %d", (int) c, at)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aLengthThatIsAskedForIsExact() {
        String key = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";

        assertThat(CanonicalBase64.decode(key, 32))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(32));
        assertThat(CanonicalBase64.decode(key, 31)).isEmpty();
        assertThat(CanonicalBase64.decode(key, 33)).isEmpty();
        assertThat(CanonicalBase64.decode(CanonicalBase64.encode(new byte[31]), 32))
                .isEmpty();
        assertThat(CanonicalBase64.decode(CanonicalBase64.encode(new byte[33]), 32))
                .isEmpty();
        assertThat(CanonicalBase64.decode("", 32)).isEmpty();
    }

    @Test
    void longTextsStayOnOneLine() {
        long seed = 4648;
        byte[] bytes = new byte[1 << 20];
        new Random(seed).nextBytes(bytes);
        String text = CanonicalBase64.encode(bytes);

        assertThat(text).hasSize((bytes.length + 2) / 3 * 4).doesNotContainAnyWhitespaces();
        assertThat(CanonicalBase64.decode(text)).as("seed %d", seed).contains(bytes);
    }

    @Test
    void bytesAreWrittenWithTheirPaddingWhereTheyBelong() {
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) (length + 0x80));
            byte[] text = Base64.getEncoder().encode(bytes);
            for (int at = 0; at < 4; at++) {
                byte[] target = new byte[text.length + 4];

                assertThat(CanonicalBase64.encode(bytes, target, at)).isEqualTo(at + text.length);
                assertThat(Arrays.copyOfRange(target, at, at + text.length)).isEqualTo(text);
            }
        }
    }

    @Test
    void aTextIsDecodedOverItself() {
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) (length + 0x80));
            for (String before : List.of("", "C", "Ca", "Caa", "Caa ")) {
                int start = before.length();
                byte[] text =
                        (before + Base64.getEncoder().encodeToString(bytes) + "|").getBytes(StandardCharsets.US_ASCII);

                assertThat(CanonicalBase64.decodeInPlace(text, start, text.length - 1))
                        .isEqualTo(start + length);
                assertThat(Arrays.copyOfRange(text, start, start + length)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void whatIsNotCanonicalIsNotDecodedOverItself() {
        for (String text : List.of("A", "AA", "AAA", "AAAAA", "AB==", "AAB=", "A===", "====", "AA=A", "AA A")) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

            assertThat(CanonicalBase64.decodeInPlace(bytes, 0, bytes.length))
                    .as(text)
                    .isNegative();
        }
    }
}
