package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "\0", "账号", "\uD83D\uDE00", "\uD800\uDC00\uDBFF\uDFFF", "\uD7FF\uE000", "\uFFFF\uFEFF"})
    void pairedSurrogatesAreWellFormed(String text) {
        assertThat(UnicodeText.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD800",
                "\uDBFF",
                "\uDC00",
                "\uDFFF",
                "\uDE00\uD83D",
                "a\uD83D",
                "\uD83Da",
                "\uD83D\uD83D\uDE00"
            })
    void unpairedSurrogatesAreNot(String text) {
        assertThat(UnicodeText.isWellFormed(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 8, 15, 16, 20})
    void aCharacterThatIsNotPlainIsNoticedWhereverItStands(int place) {
        String plain = "Az09 ~!#[]^_-.Az09 ~!";
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = plain.substring(0, place) + c + plain.substring(place + 1);
            boolean printable = c >= ' ' && c < 0x7F && "\"\\?".indexOf(c) < 0;

            assertThat(UnicodeText.isSurelyPlain(text)).as("U+%04X", (int) c).isEqualTo(printable);
        }
    }
}
