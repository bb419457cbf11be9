package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every token of the collection of bad inputs: none wrongly accepted, none wrongly refused, no exception. */
class BadInputsTest {

    private static final Map<String, Object> FILE = Vectors.load("bad-inputs-jwt.json");
    private static final Map<String, Object> AUX = Vectors.object(FILE, "aux");
    private static final byte[] SECRET = HexFormat.of().parseHex(Vectors.text(AUX, "key_hex"));
    private static final Clock CLOCK = SettableClock.atSecond(Vectors.number(AUX, "now"));
    private static final TokenRules RULES = TokenRules.issuedBy(Vectors.text(AUX, "iss"))
            .audience(Vectors.text(AUX, "aud"))
            .lifetime(Duration.ofSeconds(Vectors.number(AUX, "max_lifetime_s")))
            .leeway(Duration.ofSeconds(Vectors.number(AUX, "skew_s")))
            .build();

    @Test
    void theCollectionIsComplete() {
        assertThat(vectors()).hasSize(142);
        assertThat(vectors().filter(vector -> vector.get("expect").equals("accept")))
                .hasSize(5);
    }

    @TestFactory
    Stream<DynamicTest> anHs256VerifierJudgesAsTheCollectionSays() {
        TokenVerifier verifier = verifier(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(SECRET)));
        return vectors()
                .map(vector -> test(vector, () -> {
                    TokenVerdict verdict = verifier.verify(tokenOf(vector));
                    if (vector.get("expect").equals("accept")) {
                        assertThat(verdict).isInstanceOf(VerifiedToken.class);
                    } else {
                        assertThat(verdict)
                                .isInstanceOf(TokenVerdict.Refused.class); // two say "policy": ours is to refuse
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> anRs256VerifierRefusesThemAll() {
        return refusesThemAll(verifier(jwk("rs256Jwk")));
    }

    @TestFactory
    Stream<DynamicTest> anEs256VerifierRefusesThemAll() {
        return refusesThemAll(verifier(jwk("es256Jwk")));
    }

    @TestFactory
    Stream<DynamicTest> aVerifierByKidRefusesThoseThatArePublicKeysTurnedSecrets() {
        KeyRing ring = KeyRing.of(jwk("rs256Jwk").withKid("kid-rsa-sign")).withRetired(jwk("es256Jwk"), Instant.MAX);
        TokenVerifier verifier = new TokenVerifier(ring, RULES, CLOCK);
        return vectors()
                .filter(vector -> List.of("confusion", "alg", "sig").contains(vector.get("cls")))
                .map(vector -> test(
                        vector,
                        () -> assertThat(verifier.verify(tokenOf(vector))).isInstanceOf(TokenVerdict.Refused.class)));
    }

    @TestFactory
    Stream<DynamicTest> nothingOfItBreaksTheParserOfUnverifiedTokensOrTheExplanation() {
        TokenVerifier verifier = verifier(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(SECRET)));
        return vectors()
                .map(vector -> test(vector, () -> {
                    assertThatCode(() -> UnverifiedToken.parse(tokenOf(vector))).doesNotThrowAnyException();
                    assertThatCode(() -> verifier.explain(tokenOf(vector))).doesNotThrowAnyException();
                }));
    }

    private static Stream<DynamicTest> refusesThemAll(TokenVerifier verifier) {
        return vectors()
                .map(vector -> test(
                        vector,
                        () -> assertThat(verifier.verify(tokenOf(vector))).isInstanceOf(TokenVerdict.Refused.class)));
    }

    private static TokenVerifier verifier(TokenKey key) {
        return new TokenVerifier(KeyRing.of(key), RULES, CLOCK);
    }

    private static TokenKey jwk(String name) {
        return TokenKey.fromJwk(JSONObjectUtils.toJSONString(Vectors.object(AUX, name)));
    }

    private static Stream<Map<String, Object>> vectors() {
        return Vectors.objects(FILE, "vectors").stream();
    }

    private static DynamicTest test(Map<String, Object> vector, Executable judgement) {
        return dynamicTest(vector.get("id") + " " + vector.get("cls") + ": " + vector.get("desc"), judgement);
    }

    private static String tokenOf(Map<String, Object> vector) {
        return switch (Vectors.text(vector, "id")) {
            case "J108" ->
                Forge.hs256(
                        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                        "{\"iss\":\"caa-test\",\"sub\":\"u1\",\"aud\":\"api\",\"iat\":1700000000,\"exp\":1700003600,\"jti\":\"j1\","
                                + "\"x\":\"" + "A".repeat(1 << 20) + "\"}",
                        SECRET);
            case "J109" -> ".".repeat(100_000);
            default -> Vectors.text(vector, "input");
        };
    }
}
