package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", " a ", "user@example.com", "用户", "\uD83D\uDE00", "\u00a0", "Å", "A\u030A"})
    void anIdIsTakenAsItIs(String value) {
        assertThat(new UserId(value).value()).isEqualTo(value);
        assertThat(new UserId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\n",
                "a\rb",
                "\t",
                "\u001f",
                "\u007f",
                "\u0080",
                "\u009f",
                "\uD800",
                "\uDE00\uD83D",
                "a\uDFFF"
            })
    void controlCharactersAndUnpairedSurrogatesAreRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserId(value))
                .withMessageContainingAll("no control characters and no unpaired surrogates", "user directory");
    }

    @Test
    void anIdHas1To255Characters() {
        assertThat(new UserId("x".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserId("x".repeat(256)))
                .withMessageContainingAll("1 to 255 characters", "has 256", "Return a short, printable id");
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId("")).withMessageContaining("has 0");
    }

    @Test
    void idsThatLookAlikeAreDifferentUsers() {
        assertThat(new UserId("abc")).isNotEqualTo(new UserId("ABC")).isNotEqualTo(new UserId("abc "));
        assertThat(new UserId("Å")).isNotEqualTo(new UserId("A\u030A"));
    }

    /** SHA-256 as any other tool computes it, so that nodes of every version agree on the slot. */
    @ParameterizedTest
    @CsvSource({"1, 0x6b86", "10086, 0x9646", "user@example.com, 0xb4c9", "用户, 0x0d0e"})
    void aTagIsTheFirstTwoBytesOfSha256(String id, String tag) {
        assertThat(new UserId(id).tag()).isEqualTo(new UserTag(Integer.decode(tag)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aTagIsANumberOf16Bits(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserTag(value))
                .withMessage("A user tag is a number from 0 to 65535, not " + value + ".");
    }

    @Test
    void everyTagSurvivesAKey() {
        for (int value = 0; value <= 0xFFFF; value++) {
            UserTag tag = new UserTag(value);
            assertThat(UserTag.ofBytes(new byte[] {tag.high(), tag.low()})).isEqualTo(tag);
        }
    }
}
