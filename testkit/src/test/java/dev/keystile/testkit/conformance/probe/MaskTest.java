package dev.keystile.testkit.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private final Mask mask = new Mask("correct horse");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=",
                "d41d8cd98f00b204e9800998ecf8427e",
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
                "VHTnYjscONrGXMumaGChvV+Q+Xo="
            })
    void aCredentialIsCutToItsFirstCharacters(String credential) {
        assertThat(mask.apply("200 {\"a\":\"" + credential + "\"}"))
                .isEqualTo("200 {\"a\":\"" + credential.substring(0, 4) + "***\"}");
    }

    @Test
    void thePasswordIsHidden() {
        assertThat(mask.apply("a correct horse here")).isEqualTo("a *** here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 {\"message\":\"apiKey not found\"}",
                "application/json; charset=utf-8",
                "POST /api/user/refresh-keys",
                "Bearer error=\"invalid_token\"",
                "{\"serverTime\":1494908261599}"
            })
    void whatTheContractSaysIsShown(String text) {
        assertThat(mask.apply(text)).isEqualTo(text);
    }

    @Test
    void aTextStaysOneLineAndShort() {
        assertThat(mask.apply("a\r\nb")).isEqualTo("a b");
        assertThat(mask.apply("a ".repeat(1000))).hasSizeLessThan(320).endsWith(" (cut)");
    }
}
