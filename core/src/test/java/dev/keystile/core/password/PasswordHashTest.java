package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"$", "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "$x$y=1$a.b/c+d$e", "$!~"})
    void aHashOfAnyMakeIsKeptAsItIs(String phc) {
        assertThat(PasswordHash.parse(phc).phc()).isEqualTo(phc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hidden",
                " $hidden",
                "$hidden ",
                "$hid den",
                "$hidden\n",
                "$hidden\0",
                "$hidden\u007f",
                "$hiddé",
                "$hidden\uD800"
            })
    void whatIsNoPhcStringIsRefusedWithoutBeingShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.parse(text))
                .withMessageContaining("begins with '$'")
                .withMessageNotContaining("hidden");
    }

    @Test
    void itIsAtMost512CharactersLong() {
        assertThat(PasswordHash.parse("$".repeat(512)).phc()).hasSize(512);
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse("$".repeat(513)));
    }

    @Test
    void equalStringsAreEqualHashes() {
        assertThat(PasswordHash.parse("$a"))
                .isEqualTo(PasswordHash.parse("$a"))
                .hasSameHashCodeAs(PasswordHash.parse("$a"));
        assertThat(PasswordHash.parse("$a"))
                .isNotEqualTo(PasswordHash.parse("$A"))
                .isNotEqualTo("$a");
    }

    @Test
    void itsTextFormIsRedacted() {
        assertThat(PasswordHash.parse("$hidden")).hasToString("PasswordHash[redacted]");
    }
}
