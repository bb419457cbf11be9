package dev.keystile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSecretTest {

    private static final String PUBLISHED = "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=";

    @Test
    void all32BytesAreDrawn() {
        SeededBytes random = new SeededBytes(3);
        byte[] expected = new SeededBytes(3).next(32);

        assertThat(ApiSecret.generate(random).bytes()).isEqualTo(expected);
        assertThat(random.drawn()).isEqualTo(32);
    }

    @Test
    void manySecretsAreDistinctAndOfOneShape() {
        RandomBytes random = RandomBytes.secure();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            texts.add(ApiSecret.generate(random).reveal());
        }

        assertThat(texts).hasSize(100_000).allMatch(text -> text.matches("[A-Za-z0-9+/]{43}="));
    }

    @Test
    void aTextIsReadAndWrittenBackTheSame() {
        assertThat(ApiSecret.parse(PUBLISHED).map(ApiSecret::reveal)).contains(PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0", "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd1="
            })
    void anyOtherTextIsNoSecret(String text) {
        assertThat(ApiSecret.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void otherThan32BytesAreRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiSecret.of(new byte[length]))
                .withMessage("A secret key is 32 bytes, not " + length + ".");
    }

    @Test
    void equalBytesAreEqualSecrets() {
        ApiSecret secret = ApiSecret.parse(PUBLISHED).orElseThrow();

        assertThat(ApiSecret.of(secret.bytes())).isEqualTo(secret).hasSameHashCodeAs(secret);
        assertThat(ApiSecret.of(new byte[32])).isNotEqualTo(secret);
    }

    @Test
    void changingTheBytesChangesNothing() {
        byte[] bytes = new byte[32];
        ApiSecret secret = ApiSecret.of(bytes);
        bytes[0] = 1;
        secret.bytes()[0] = 1;

        assertThat(secret.bytes()).isEqualTo(new byte[32]);
    }

    @Test
    void itsTextFormIsRedacted() {
        assertThat(ApiSecret.parse(PUBLISHED).orElseThrow()).hasToString("ApiSecret[redacted]");
    }

    @Test
    void aPairsTextFormIsRedactedToo() {
        ApiKey key = ApiKey.of(new byte[32]);
        ApiKeyPair pair = new ApiKeyPair(key, ApiSecret.parse(PUBLISHED).orElseThrow(), new UserId("1"), Instant.EPOCH);

        assertThat(pair.toString())
                .contains("ApiSecret[redacted]", "ApiKey[AAAAAA…]")
                .doesNotContain(PUBLISHED, key.text());
    }
}
