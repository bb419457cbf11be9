package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725, section 3.4: which keys are refused. */
class TokenKeyTest {

    @ParameterizedTest
    @EnumSource(value = TokenAlgorithm.class, names = "[RP]S.*", mode = EnumSource.Mode.MATCH_ALL)
    void anRsaKeyUnder2048BitsIsRefusedWithItsSizeAndTheRemedy(TokenAlgorithm algorithm) {
        assertThatThrownBy(() -> TokenKey.signing(algorithm, TestKeys.rsa(1024)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2048 to 16384 bits, this one has 1024")
                .hasMessageContaining("openssl genpkey -algorithm RSA");
    }

    @ParameterizedTest
    @CsvSource({"16384,3", "2048,65537"})
    void theBoundsOfAnRsaKeyAreWithin(int bits, BigInteger exponent) {
        assertThatCode(() -> TokenKey.verifying(TokenAlgorithm.RS256, UnsoundKeys.rsa(oddModulus(bits), exponent)))
                .doesNotThrowAnyException();
    }

    @Test
    void anRsaKeyOver16384BitsIsRefusedWithItsSize() {
        assertThatThrownBy(() -> TokenKey.verifying(
                        TokenAlgorithm.RS256, UnsoundKeys.rsa(oddModulus(16_385), BigInteger.valueOf(65_537))))
                .hasMessageContaining("2048 to 16384 bits, this one has 16385");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 65_536})
    void anRsaExponentThatIsEvenOrBelow3IsRefused(long exponent) {
        BigInteger modulus = ((RSAPublicKey) TestKeys.rsa(2048).getPublic()).getModulus();
        assertThatThrownBy(() -> TokenKey.verifying(
                        TokenAlgorithm.RS256, UnsoundKeys.rsa(modulus, BigInteger.valueOf(exponent))))
                .hasMessageContaining("an odd public exponent of 3 or more");
    }

    @Test
    void anEvenRsaModulusIsRefused() {
        BigInteger modulus =
                ((RSAPublicKey) TestKeys.rsa(2048).getPublic()).getModulus().subtract(BigInteger.ONE);
        assertThatThrownBy(() ->
                        TokenKey.verifying(TokenAlgorithm.RS256, UnsoundKeys.rsa(modulus, BigInteger.valueOf(65_537))))
                .hasMessageContaining("an odd modulus");
    }

    @Test
    void anRsaModulusWithTheFormOfCve2017_15361IsRefused() {
        String jwk = Vectors.objects(Vectors.load("json_web_key_test.json"), "testGroups").stream()
                .filter(group -> group.get("comment").equals("jws_rsa_roca_key"))
                .map(group ->
                        Vectors.objects(Vectors.object(group, "public"), "keys").get(0))
                .map(JSONObjectUtils::toJSONString)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> TokenKey.fromJwk(jwk)).hasMessageContaining("CVE-2017-15361");
    }

    @ParameterizedTest
    @CsvSource({"ES256,secp384r1", "ES256,secp521r1", "ES384,secp256r1", "ES512,secp256r1", "ES512,secp384r1"})
    void aKeyOfAnotherCurveIsRefused(TokenAlgorithm algorithm, String curve) {
        assertThatThrownBy(() -> TokenKey.signing(algorithm, TestKeys.ec(curve)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a public key that is a point of P-");
    }

    @Test
    void aPointOffItsCurveIsRefused() {
        ECPoint point = ((ECPublicKey) TestKeys.ec("secp256r1").getPublic()).getW();
        ECPoint beside = new ECPoint(point.getAffineX(), point.getAffineY().xor(BigInteger.TWO));
        assertThatThrownBy(() -> TokenKey.verifying(TokenAlgorithm.ES256, UnsoundKeys.p256(beside)))
                .hasMessageContaining("a point of P-256");
    }

    @Test
    void thePointAtInfinityIsRefused() {
        assertThatThrownBy(() -> TokenKey.verifying(TokenAlgorithm.ES256, UnsoundKeys.p256(ECPoint.POINT_INFINITY)))
                .hasMessageContaining("a point of P-256");
    }

    @ParameterizedTest
    @CsvSource({"RS256,secp256r1", "PS512,secp256r1", "ED25519,secp256r1"})
    void aKeyOfAnotherKindIsRefusedByName(TokenAlgorithm algorithm, String curve) {
        assertThatThrownBy(() -> TokenKey.signing(algorithm, TestKeys.ec(curve)))
                .hasMessageContaining(algorithm.jwsName() + " takes an " + algorithm.family() + " key, not")
                .hasMessageContaining("EC");
    }

    @Test
    void aPublicKeyIsNeverTakenForASecret() {
        assertThatThrownBy(() -> TokenKey.verifying(
                        TokenAlgorithm.HS256, TestKeys.rsa(2048).getPublic()))
                .hasMessageContaining("HS256 takes a secret; use TokenKey.hmac");
    }

    @Test
    void aSecretIsNeverTakenForAPrivateKey() {
        assertThatThrownBy(() -> TokenKey.hmac(TokenAlgorithm.ES256, HmacSecret.of(TestKeys.secret(64))))
                .hasMessageContaining("ES256 signs with a private key");
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() {
        KeyPair one = TestKeys.rsa(2048);
        KeyPair other = TestKeys.rsa(2304);
        assertThatThrownBy(
                        () -> TokenKey.signing(TokenAlgorithm.RS256, new KeyPair(one.getPublic(), other.getPrivate())))
                .hasMessageContaining("The private key doesn't belong to the public key");
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "ED25519"})
    void aPublicKeyCannotSign(TokenAlgorithm algorithm) {
        TokenKey key = TokenKey.verifying(algorithm, TestKeys.pairFor(algorithm).getPublic());
        assertThat(key.canSign()).isFalse();
        assertThatThrownBy(() -> key.scheme().sign(new byte[1])).hasMessageContaining("it can only verify");
    }

    @ParameterizedTest
    @EnumSource(TokenAlgorithm.class)
    void aSoundKeySignsWhatItVerifiesAndNothingElse(TokenAlgorithm algorithm) {
        SignatureScheme scheme = TestKeys.keyFor(algorithm).scheme();
        byte[] signature = scheme.sign(Forge.utf8("input"));
        assertThat(scheme.verifies(Forge.utf8("input"), signature)).isTrue();
        assertThat(scheme.verifies(Forge.utf8("Input"), signature)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = TokenAlgorithm.class, names = "ES.*", mode = EnumSource.Mode.MATCH_ALL)
    void rfc8725Section3_2EveryEcdsaSignatureHasANonceOfItsOwn(TokenAlgorithm algorithm) {
        SignatureScheme scheme = TestKeys.keyFor(algorithm).scheme();
        byte[] one = scheme.sign(Forge.utf8("input"));
        byte[] two = scheme.sign(Forge.utf8("input"));
        int half = one.length / 2;
        assertThat(Arrays.copyOf(one, half)).isNotEqualTo(Arrays.copyOf(two, half));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "new\nline", "nul\0", "del\u007F", "käse", "\uD83D\uDE00"})
    void aKidThatIsNotPrintableAsciiIsRefused(String kid) {
        assertThatThrownBy(() -> TestKeys.keyFor(TokenAlgorithm.HS256).withKid(kid))
                .hasMessageContaining("1 to 255 printable ASCII characters");
    }

    @Test
    void aKidEndsAt255Characters() {
        TokenKey key = TestKeys.keyFor(TokenAlgorithm.HS256);
        assertThat(key.withKid("k".repeat(255)).kid()).contains("k".repeat(255));
        assertThatThrownBy(() -> key.withKid("k".repeat(256))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingOfTheKeyIsInItsText() {
        assertThat(TestKeys.keyFor(TokenAlgorithm.HS256).withKid("2026")).hasToString("TokenKey[HS256, kid=2026]");
        assertThat(TestKeys.keyFor(TokenAlgorithm.ED25519)).hasToString("TokenKey[Ed25519]");
    }

    /** What nobody knows the factors of is good enough for a key that only verifies. */
    private static BigInteger oddModulus(int bits) {
        return new BigInteger(bits, new Random(bits)).setBit(bits - 1).setBit(0);
    }
}
