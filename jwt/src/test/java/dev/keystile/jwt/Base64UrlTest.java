package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7515, section 2, and RFC 4648, section 3.5: every value has one spelling. */
class Base64UrlTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void whatWeEncodeIsCanonical() {
        SeededBytes random = new SeededBytes(4648);
        for (int length = 1; length < 200; length++) {
            byte[] bytes = random.next(length);
            String text = Base64Url.encode(bytes);
            assertThat(isCanonical(text)).as(text).isTrue();
            assertThat(Base64.getUrlDecoder().decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void ofAllTextsOfTwoAndThreeCharactersThoseAreCanonicalThatComeBackTheSame() {
        List<String> letters = ALPHABET.chars().mapToObj(Character::toString).toList();
        for (String a : letters) {
            for (String b : letters) {
                assertSameAsRoundTrip(a + b);
                assertSameAsRoundTrip("Q" + a + b);
                assertSameAsRoundTrip("QQ" + a + b);
            }
        }
    }

    @Test
    void everyByteOutsideTheAlphabetIsRefused() {
        for (int b = 0; b < 256; b++) {
            byte[] text = {'Q', 'Q', (byte) b, 'Q'};
            assertThat(Base64Url.isCanonical(text, 0, 4)).as("byte " + b).isEqualTo(ALPHABET.indexOf((char) b) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "AAAAA", "AA==", "AAA=", "QQ==", "AB", "AAB", "A A", " AAAA", "AAAA\n", "++++", "////"})
    void theseAreNotCanonical(String text) {
        assertThat(isCanonical(text)).isFalse();
    }

    @Test
    void onlyTheRangeCounts() {
        byte[] text = "??AAAA??".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Base64Url.isCanonical(text, 2, 6)).isTrue();
        assertThat(Base64Url.isCanonical(text, 1, 6)).isFalse();
        assertThat(Base64Url.isCanonical(text, 2, 7)).isFalse();
    }

    private static void assertSameAsRoundTrip(String text) {
        String again = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Base64.getUrlDecoder().decode(text));
        assertThat(isCanonical(text)).as(text).isEqualTo(again.equals(text));
    }

    private static boolean isCanonical(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Base64Url.isCanonical(bytes, 0, bytes.length);
    }
}
