package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.jwt.JwsVerifier.Opening;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ed25519 by the JDK: RFC 8032, section 7.1, RFC 8037, appendix A, and signatures and keys that have to be refused. */
class Ed25519Test {

    private static final String RFC_8037_JWK = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
    private static final String RFC_8037_TOKEN = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    private static final BigInteger GROUP_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @Test
    void rfc8037AppendixA_4IsSignedTheSame() {
        String input = RFC_8037_TOKEN.substring(0, RFC_8037_TOKEN.lastIndexOf('.'));
        byte[] signature = TokenKey.fromJwk(RFC_8037_JWK).scheme().sign(Forge.utf8(input));
        assertThat(input + "." + Forge.segment(signature)).isEqualTo(RFC_8037_TOKEN);
    }

    @Test
    void rfc8037AppendixA_5IsOpened() {
        assertThat(open(TokenKey.fromJwk(RFC_8037_JWK), RFC_8037_TOKEN)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void rfc9864TheKeyOfOneNameDoesNotOpenTokensOfTheOther() {
        TokenKey key = TokenKey.fromJwk(RFC_8037_JWK.replace("EdDSA", "Ed25519"));
        assertThat(open(key, RFC_8037_TOKEN)).isInstanceOf(Opening.Closed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe"
                + "24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302a"
                + "eeb00d291612bb0c00"
    })
    void rfc8032Section7_1(String seed, String publicKey, String message, String signature) {
        HexFormat hex = HexFormat.of();
        SignatureScheme scheme = TokenKey.fromJwk(jwk(hex.parseHex(seed), hex.parseHex(publicKey)))
                .scheme();
        assertThat(scheme.sign(hex.parseHex(message))).isEqualTo(hex.parseHex(signature));
        assertThat(scheme.verifies(hex.parseHex(message), hex.parseHex(signature)))
                .isTrue();
    }

    @Test
    void rfc8032Section5_1_7ASignatureWhoseSIsNotReducedIsRefused() {
        SignatureScheme scheme = TokenKey.fromJwk(RFC_8037_JWK).scheme();
        byte[] input = Forge.utf8("message");
        byte[] signature = scheme.sign(input);
        byte[] s =
                new BigInteger(1, reversed(signature, 32, 64)).add(GROUP_ORDER).toByteArray();
        byte[] malleated = signature.clone();
        for (int i = 0; i < 32; i++) {
            malleated[32 + i] = i < s.length ? s[s.length - 1 - i] : 0;
        }
        assertThat(scheme.verifies(input, signature)).isTrue();
        assertThat(scheme.verifies(input, malleated)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 128})
    void signaturesOfAnotherLengthAreRefused(int length) {
        assertThat(TokenKey.fromJwk(RFC_8037_JWK).scheme().verifies(Forge.utf8("message"), new byte[length]))
                .isFalse();
    }

    @Test
    void aSignatureWhoseRIsNoPointIsRefused() {
        byte[] signature = TokenKey.fromJwk(RFC_8037_JWK).scheme().sign(Forge.utf8("message"));
        Arrays.fill(signature, 0, 32, (byte) 0xFF);
        assertThat(TokenKey.fromJwk(RFC_8037_JWK).scheme().verifies(Forge.utf8("message"), signature))
                .isFalse();
    }

    /** All canonical and non-canonical spellings of the points of order 1, 2, 4 and 8, and two texts that are no points. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0200000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void publicKeysOfSmallOrderAndOffTheCurveAreRefused(String publicKey) {
        String jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"Ed25519\",\"x\":\""
                + Forge.segment(HexFormat.of().parseHex(publicKey)) + "\"}";
        assertThatThrownBy(() -> TokenKey.fromJwk(jwk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a point of Ed25519 and not of small order");
    }

    private static String jwk(byte[] seed, byte[] publicKey) {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"Ed25519\",\"d\":\"" + Forge.segment(seed) + "\",\"x\":\""
                + Forge.segment(publicKey) + "\"}";
    }

    private static Opening open(TokenKey key, String token) {
        return new JwsVerifier(KeyRing.of(key), TokenRules.issuedBy("nobody").build()).open(token, 0);
    }

    private static byte[] reversed(byte[] bytes, int from, int to) {
        byte[] reversed = new byte[to - from];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes[to - 1 - i];
        }
        return reversed;
    }
}
