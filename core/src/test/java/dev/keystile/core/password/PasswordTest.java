package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final String MD5 = "5F4DCC3B5AA765D61D8327DEB882CF99";

    @ParameterizedTest
    @ValueSource(strings = {"", " a ", "\0", "Ünïcödé", "e\u0301", "\u00e9"})
    void aPlainPasswordIsTakenAsItIs(String text) {
        Password password = Password.plain(text);

        assertThat(password.form()).isEqualTo(PasswordForm.PLAIN);
        assertThat(password.utf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anMd5IsLowerCased() {
        Password password = Password.md5Hex(MD5);

        assertThat(password.form()).isEqualTo(PasswordForm.MD5_HEX);
        assertThat(password.utf8()).asString().isEqualTo("5f4dcc3b5aa765d61d8327deb882cf99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5f4dcc3b5aa765d61d8327deb882cf9",
                "5f4dcc3b5aa765d61d8327deb882cf999",
                "5f4dcc3b5aa765d61d8327deb882cf9g",
                "5f4dcc3b5aa765d61d8327deb882cf9 ",
                "5f4dcc3b5aa765d61d8327deb882cf9\uff19",
                "0x4dcc3b5aa765d61d8327deb882cf99"
            })
    void anythingBut32HexDigitsIsNoMd5(String text) {
        assertThat(Password.isMd5Hex(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Password.md5Hex(text))
                .withMessageContaining("32 hex digits");
    }

    @Test
    void changingTheBytesChangesNothing() {
        Password password = Password.plain("correct horse");
        password.utf8()[0] = 0;
        password.characters()[0] = 0;

        assertThat(password.utf8()).asString().isEqualTo("correct horse");
        assertThat(password.characters()).isEqualTo("correct horse".toCharArray());
    }

    @Test
    void itsTextFormIsRedacted() {
        assertThat(Password.plain("correct horse")).hasToString("Password[redacted]");
        assertThat(Password.md5Hex(MD5)).hasToString("Password[redacted]");
    }
}
