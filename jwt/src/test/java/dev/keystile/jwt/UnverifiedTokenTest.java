package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiedTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "AAAA.AAAA.AAAA",
                "bm90IGpzb24.e30.AAAA",
                "e30.bm90IGpzb24.AAAA",
                "e30.e30.",
                "e30.e30.AAAA.AAAA",
                "e30.W10.AAAA",
                "e30=.e30.AAAA"
            })
    void whatIsNotTwoStrictObjectsAndASignatureIsNothing(String text) {
        assertThat(UnverifiedToken.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"65536,true", "65537,false"})
    void textsAreReadUpTo64KiB(int length, boolean read) {
        String signature = "A".repeat(length - "e30.e30.".length());
        String canonical = length % 4 == 1 ? signature.substring(4) + "AAAA" : signature;
        assertThat(UnverifiedToken.parse("e30.e30." + canonical).isPresent()).isEqualTo(read);
    }

    @Test
    void anIssuerThatIsNoStringIsNone() {
        UnverifiedToken token = UnverifiedToken.parse(
                        Forge.segment("{}") + "." + Forge.segment("{\"iss\":1}") + ".AAAA")
                .orElseThrow();
        assertThat(token.claimedIssuer()).isEmpty();
        assertThat(token.nestedToken()).isEmpty();
    }

    @Test
    void anIssuerThatIsAWholeTokenIsAllNestedToken() {
        UnverifiedToken token = UnverifiedToken.parse("e30." + Forge.segment("{\"iss\":\"e30.e30.AAAA\"}") + ".AAAA")
                .orElseThrow();
        assertThat(token.claimedIssuer()).contains("");
        assertThat(token.nestedToken()).isPresent();
    }

    @Test
    void whatItSaysCannotBeChanged() {
        UnverifiedToken token = UnverifiedToken.parse("e30.e30.AAAA").orElseThrow();
        assertThatThrownBy(() -> token.claims().put("sub", "admin")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> token.claimedHeader().put("alg", "none"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
