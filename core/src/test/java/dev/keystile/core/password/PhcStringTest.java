package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhcStringTest {

    private static final String SALT = "c29tZXNhbHQ";
    private static final String HASH = "AAECAwQFBgcICQoLDA0ODw";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$pbkdf2-sha256$i=600000$" + SALT + "$" + HASH,
                "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + HASH,
                "$x$i=0$" + SALT + "$" + HASH,
                "$x$i=999999999$" + SALT + "$" + HASH,
                "$x-1$a-b=1,c=2$+/AAAAAAAAA$" + HASH
            })
    void aCanonicalStringIsReadAndWrittenBackTheSame(String text) {
        assertThat(PhcString.parse(text).map(PhcString::format)).contains(text);
    }

    @Test
    void thePartsAreThoseOfTheText() {
        PhcString phc = PhcString.parse("$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH)
                .orElseThrow();

        assertThat(phc.isOf("argon2id$v=19", List.of("m", "t", "p"))).isTrue();
        assertThat(phc.parameter("m")).isEqualTo(256);
        assertThat(phc.salt()).asString().isEqualTo("somesalt");
        assertThat(phc.hash()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void anotherSchemeOrOtherParametersAreToldApart() {
        PhcString phc = PhcString.parse("$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH)
                .orElseThrow();

        assertThat(phc.isOf("argon2id", List.of("m", "t", "p"))).isFalse();
        assertThat(phc.isOf("argon2id$v=16", List.of("m", "t", "p"))).isFalse();
        assertThat(phc.isOf("argon2id$v=19", List.of("t", "m", "p"))).isFalse();
        assertThat(phc.isOf("argon2id$v=19", List.of("m", "t"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "$$$$",
                "plain",
                "pbkdf2-sha256$i=1$" + SALT + "$" + HASH,
                " $x$i=1$" + SALT + "$" + HASH,
                "$x$i=1$" + SALT + "$" + HASH + "\n",
                "$x$i=1$" + SALT + "$" + HASH + "$",
                "$x$i=1$" + SALT + "$" + HASH + "$" + HASH,
                "$$i=1$" + SALT + "$" + HASH,
                "$X$i=1$" + SALT + "$" + HASH,
                "$x_y$i=1$" + SALT + "$" + HASH,
                "$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa$i=1$" + SALT + "$" + HASH,
                "$x$" + SALT + "$" + HASH,
                "$x$1$" + SALT + "$" + HASH,
                "$x$$" + SALT + "$" + HASH,
                "$x$v=19$" + SALT + "$" + HASH + "$",
                "$x$i$" + SALT + "$" + HASH,
                "$x$i=$" + SALT + "$" + HASH,
                "$x$=1$" + SALT + "$" + HASH,
                "$x$i==1$" + SALT + "$" + HASH,
                "$x$i=1,$" + SALT + "$" + HASH,
                "$x$,i=1$" + SALT + "$" + HASH,
                "$x$i=1,i=1$" + SALT + "$" + HASH,
                "$x$i=1,j=2,i=3$" + SALT + "$" + HASH,
                "$x$i=01$" + SALT + "$" + HASH,
                "$x$i=+1$" + SALT + "$" + HASH,
                "$x$i=-1$" + SALT + "$" + HASH,
                "$x$i=1e3$" + SALT + "$" + HASH,
                "$x$i= 1$" + SALT + "$" + HASH,
                "$x$i=\u0661$" + SALT + "$" + HASH,
                "$x$i=1000000000$" + SALT + "$" + HASH,
                "$x$i=4294967297$" + SALT + "$" + HASH,
                "$x$v=019$i=1$" + SALT + "$" + HASH,
                "$x$i=1$$" + HASH,
                "$x$i=1$" + SALT,
                "$x$i=1$" + SALT + "$",
                "$x$i=1$c29tZXNhbHQ=$" + HASH,
                "$x$i=1$c29tZXNhbHR$" + HASH,
                "$x$i=1$c29tZXNhbH$" + HASH,
                "$x$i=1$c29tZXNhb$" + HASH,
                "$x$i=1$c29tZXN-bHQ$" + HASH,
                "$x$i=1$c29tZXN_bHQ$" + HASH,
                "$x$i=1$c29tZXN.bHQ$" + HASH,
                "$x$i=1$c29tZXN bHQ$" + HASH,
                "$x$i=1$" + SALT + "$AAECAwQFBgcICQoLDA0ODw==",
                "$x$i=1$" + SALT + "$AAECAwQFBgcICQoLDA0ODx",
                "$x$i=1$" + SALT + "$AAECAwQFBgcICQoLDA0O"
            })
    void anythingElseIsRefused(String text) {
        assertThat(PhcString.parse(text)).isEmpty();
    }

    @Test
    void saltAndHashHaveBounds() {
        assertThat(PhcString.parse(phc(8, 16))).isPresent();
        assertThat(PhcString.parse(phc(64, 64))).isPresent();
        assertThat(PhcString.parse(phc(7, 16))).isEmpty();
        assertThat(PhcString.parse(phc(8, 15))).isEmpty();
        assertThat(PhcString.parse(phc(65, 64))).isEmpty();
        assertThat(PhcString.parse(phc(64, 65))).isEmpty();
    }

    @Test
    void aVeryLongTextIsRefusedInGoodTime() {
        assertThat(PhcString.parse("$x$" + "i=1,".repeat(1_000_000))).isEmpty();
        assertThat(PhcString.parse("$".repeat(1_000_000))).isEmpty();
    }

    @Test
    void whateverIsReadIsCanonical() {
        long seed = 9106;
        Random random = new Random(seed);
        char[] valid = ("$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH).toCharArray();
        for (int round = 0; round < 20_000; round++) {
            char[] mutant = Arrays.copyOf(valid, valid.length);
            mutant[random.nextInt(mutant.length)] = (char) random.nextInt(128);
            String text = new String(mutant);
            assertThat(PhcString.parse(text).map(PhcString::format).orElse(text))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void itsTextFormIsRedacted() {
        assertThat(PhcString.parse("$x$i=1$" + SALT + "$" + HASH).orElseThrow()).hasToString("PhcString[x, redacted]");
    }

    private static String phc(int saltLength, int hashLength) {
        Map<String, Integer> parameters = new LinkedHashMap<>(Map.of("i", 1));
        return new PhcString("x", parameters, new byte[saltLength], new byte[hashLength]).format();
    }
}
