package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.RandomBytes;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSecretTest {

    private static final String REMEDY = "make one with \"openssl rand -base64 64 | tr -d '\\n'\"";

    @ParameterizedTest
    @CsvSource({"HS256,31,32", "HS384,47,48", "HS512,63,64"})
    void rfc7518Section3_2ASecretShorterThanItsDigestIsRefusedWithSizeRuleAndRemedy(
            TokenAlgorithm algorithm, int size, int least) {
        assertThatThrownBy(() -> TokenKey.hmac(algorithm, HmacSecret.of(TestKeys.secret(size))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least " + least + " random bytes (RFC 7518, section 3.2)")
                .hasMessageContaining("this one has " + size)
                .hasMessageContaining(REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"HS256,32", "HS256,200", "HS384,48", "HS512,64"})
    void aSecretAsLongAsItsDigestOrLongerIsTaken(TokenAlgorithm algorithm, int size) {
        assertThatCode(() -> TokenKey.hmac(algorithm, HmacSecret.of(TestKeys.secret(size))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 'A', -1})
    void oneByteOverAndOverIsRefused(byte repeated) {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, repeated);
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(bytes)))
                .hasMessageContaining("this one has 64, but repeats the same 1");
    }

    @ParameterizedTest
    @CsvSource({"secret,36,6", "changeit,32,8", "0123456789abcdef,40,16", "correct horse battery staple,64,28"})
    void aPatternOverAndOverCountsOnce(String pattern, int length, int period) {
        byte[] bytes = Arrays.copyOf(Forge.utf8(pattern.repeat(10)), length);
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(bytes)))
                .hasMessageContaining("but repeats the same " + period);
    }

    @Test
    void aSecretOfFewDifferentBytesIsRefused() {
        byte[] bytes = Forge.utf8("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(bytes)))
                .hasMessageContaining("this one has only 2 different ones")
                .hasMessageContaining(REMEDY);
    }

    @Test
    void eightDifferentBytesAreTheFewest() {
        String filler = "a".repeat(32);
        HmacSecret seven = HmacSecret.of(Forge.utf8("abcdefg" + filler));
        HmacSecret eight = HmacSecret.of(Forge.utf8("abcdefgh" + filler));
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.HS256, seven)).hasMessageContaining("only 7 different");
        assertThatCode(() -> TokenKey.hmac(TokenAlgorithm.HS256, eight)).doesNotThrowAnyException();
    }

    @Test
    void aPatternThatIsLongEnoughByItselfIsTaken() {
        byte[] half = TestKeys.secret(32);
        byte[] twice = Arrays.copyOf(half, 64);
        System.arraycopy(half, 0, twice, 32, 32);
        assertThatCode(() -> TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(twice)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.HS512, HmacSecret.of(twice)))
                .hasMessageContaining("repeats the same 32");
    }

    @Test
    void noRandomSecretIsEverTakenForAPattern() {
        SeededBytes random = new SeededBytes(20_261_120);
        for (int i = 0; i < 20_000; i++) {
            TokenKey.withoutStrengthCheck(TokenAlgorithm.HS256, HmacSecret.of(random.next(32)));
            HmacSecret.of(random.next(32)).requireStrengthFor(TokenAlgorithm.HS256);
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void aMissingSettingIsRefusedWithTheRemedy(String setting) {
        assertThatThrownBy(() -> HmacSecret.ofBase64(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The secret is missing")
                .hasMessageContaining(REMEDY);
    }

    @Test
    void noBytesAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> HmacSecret.of(new byte[0]))
                .hasMessageContaining("empty")
                .hasMessageContaining(REMEDY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "AQI", "AQID\n", "_-8=", "AR=="})
    void aSettingThatIsNotCanonicalBase64IsRefusedAndNotShown(String setting) {
        assertThatThrownBy(() -> HmacSecret.ofBase64(setting))
                .hasMessageContaining("not canonical base64")
                .message()
                .doesNotContain(setting);
    }

    @Test
    void whatIsRevealedIsWhatWasReadIn() {
        String text = Base64.getEncoder().encodeToString(TestKeys.secret(64));
        assertThat(HmacSecret.ofBase64(text).reveal()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void aGeneratedSecretIsStrongEnough(TokenAlgorithm algorithm) {
        HmacSecret secret = HmacSecret.generate(algorithm, RandomBytes.secure());
        assertThatCode(() -> secret.requireStrengthFor(algorithm)).doesNotThrowAnyException();
    }

    @Test
    void noSecretIsGeneratedForAnAlgorithmThatHasNone() {
        assertThatThrownBy(() -> HmacSecret.generate(TokenAlgorithm.ES256, RandomBytes.secure()))
                .hasMessageContaining("ES256 signs with a private key");
    }

    @Test
    void secretsAreEqualByTheirBytes() {
        HmacSecret secret = HmacSecret.of(TestKeys.secret(32));
        assertThat(secret)
                .isEqualTo(HmacSecret.of(TestKeys.secret(32)))
                .hasSameHashCodeAs(HmacSecret.of(TestKeys.secret(32)))
                .isNotEqualTo(HmacSecret.of(TestKeys.secret(33)));
    }

    @Test
    void theArrayHandedInCanBeWipedAfterwards() {
        byte[] bytes = TestKeys.secret(32);
        HmacSecret secret = HmacSecret.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        assertThat(secret).isEqualTo(HmacSecret.of(TestKeys.secret(32)));
    }

    @Test
    void nothingOfItIsInItsText() {
        assertThat(HmacSecret.of(TestKeys.secret(32))).hasToString("HmacSecret[redacted]");
    }
}
