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
}
