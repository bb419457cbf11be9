package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkReaderTest {

    private static final String SECRET = "-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE";
    private static final String POINT =
            "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                    + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"";
    private static final String PRIVATE_POINT = POINT + ",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"";

    @Test
    void aKeyIsBoundToItsAlgorithmAndNamedByItsKid() {
        TokenKey key = TokenKey.fromJwk("{" + PRIVATE_POINT + ",\"alg\":\"ES256\",\"kid\":\"a\",\"use\":\"sig\"}");
        assertThat(key.algorithm()).isEqualTo(TokenAlgorithm.ES256);
        assertThat(key.kid()).contains("a");
        assertThat(key.canSign()).isTrue();
    }

    @Test
    void aPublicHalfVerifiesOnly() {
        assertThat(TokenKey.fromJwk("{" + POINT + ",\"alg\":\"ES256\"}").canSign())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"alg\":null",
                ",\"alg\":256",
                ",\"alg\":\"es256\"",
                ",\"alg\":\"none\"",
                ",\"alg\":\"ES256K\""
            })
    void aKeyWithoutAnAlgorithmThatWeSpeakIsRefused(String alg) {
        assertThatThrownBy(() -> TokenKey.fromJwk("{" + POINT + alg + "}"))
                .hasMessageContaining("has no \"alg\" that we speak");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"use\":\"enc\"",
                "\"use\":\"SIG\"",
                "\"use\":null",
                "\"key_ops\":[]",
                "\"key_ops\":\"verify\"",
                "\"key_ops\":[\"sign\"]",
                "\"key_ops\":[\"encrypt\",\"decrypt\"]",
                "\"key_ops\":[\"deriveKey\"]"
            })
    void aPublicKeyThatIsNotMeantToVerifyIsRefused(String purpose) {
        assertThatThrownBy(() -> TokenKey.fromJwk("{" + POINT + ",\"alg\":\"ES256\"," + purpose + "}"))
                .hasMessageContaining("meant for something other than signatures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verify|" + POINT + ",\"alg\":\"ES256\"",
                "sign|" + PRIVATE_POINT + ",\"alg\":\"ES256\"",
                "sign\",\"verify|\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + SECRET + "\""
            })
    void aKeyThatIsMeantForWhatItDoesIsTaken(String operations, String members) {
        assertThat(TokenKey.fromJwk("{" + members + ",\"key_ops\":[\"" + operations + "\"]}"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verify|" + PRIVATE_POINT + ",\"alg\":\"ES256\"",
                "sign|\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + SECRET + "\"",
                "verify|\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + SECRET + "\""
            })
    void aKeyThatIsMeantForLessThanItDoesIsRefused(String operation, String members) {
        assertThatThrownBy(() -> TokenKey.fromJwk("{" + members + ",\"key_ops\":[\"" + operation + "\"]}"))
                .hasMessageContaining("meant for something other than signatures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "not json", "{\"alg\":\"HS256\",\"alg\":\"HS256\"}", "\uFEFF{}"})
    void whatIsNotOneStrictObjectIsRefused(String json) {
        assertThatThrownBy(() -> TokenKey.fromJwk(json)).hasMessageContaining("isn't one JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"kty\":\"EC\",\"crv\":\"P-256\"}",
                "{\"alg\":\"ES256\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"alg\":\"RS256\",\"kty\":\"RSA\",\"n\":\"AQAB\"}",
                "{\"alg\":\"HS256\",\"kty\":\"oct\"}",
                "{\"alg\":\"HS256\",\"kty\":\"oct\",\"k\":{\"a\":1}}",
                "{\"alg\":\"Ed25519\",\"kty\":\"OKP\",\"crv\":\"Ed25519\"}"
            })
    void aKeyWithoutItsMembersIsRefused(String json) {
        assertThatThrownBy(() -> TokenKey.fromJwk(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed448", "X25519"})
    void anotherCurveOfTheSameKindIsRefused(String curve) {
        String jwk = "{\"alg\":\"EdDSA\",\"kty\":\"OKP\",\"crv\":\"" + curve + "\",\"x\":\""
                + Forge.segment(new byte[57]) + "\"}";
        assertThatThrownBy(() -> TokenKey.fromJwk(jwk))
                .hasMessageContaining("\"kty\" or \"crv\" that we don't sign with");
    }

    @Test
    void aKidThatIsNoStringIsRefused() {
        assertThatThrownBy(() -> TokenKey.fromJwk("{" + POINT + ",\"alg\":\"ES256\",\"kid\":1}"))
                .hasMessageContaining("a \"kid\" that is no string");
    }

    @Test
    void addressesInAKeyAreNotLookedAt() {
        assertThat(TokenKey.fromJwk("{" + POINT + ",\"alg\":\"ES256\",\"x5u\":\"http://127.0.0.1:9/\"}"))
                .isNotNull();
    }

    @Test
    void noSecretShowsInAMessage() {
        assertThatThrownBy(() -> TokenKey.fromJwk("{\"alg\":\"HS512\",\"kty\":\"oct\",\"k\":\"" + SECRET + "\"}"))
                .hasMessageContaining("at least 64")
                .message()
                .doesNotContain(SECRET);
    }
}
