package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Both ways with an independent implementation, the npm package {@code jose}, in Node. Skipped, and said so, where Node or the
 * package can't be had; {@link JoseVectorsTest} then stands in for one of the two ways.
 */
class JoseInteropTest {

    private static List<Map<String, Object>> made = List.of();
    private static List<Map<String, Object>> verified = List.of();
    private static List<Map<String, Object>> tamperedVerified = List.of();

    @BeforeAll
    static void askJose() throws ParseException {
        List<Map<String, Object>> ours = Arrays.stream(TokenAlgorithm.values())
                .map(JoseInteropTest::ourToken)
                .toList();
        List<Map<String, Object>> tampered =
                ours.stream().map(JoseInteropTest::tamperedWith).toList();
        List<Map<String, Object>> both =
                Stream.concat(ours.stream(), tampered.stream()).toList();
        Map<String, Object> answer = NodeJose.run(JSONObjectUtils.toJSONString(Map.of("tokens", both)));
        made = Vectors.objects(answer, "made");
        verified = Vectors.objects(answer, "verified").subList(0, ours.size());
        tamperedVerified = Vectors.objects(answer, "verified").subList(ours.size(), both.size());
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatJoseMakesVerifiesHere() {
        return made.stream()
                .map(vector -> dynamicTest(Vectors.text(vector, "alg"), () -> JoseVectorsTest.assertVerifies(vector)));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatWeMakeVerifiesThere() {
        return verified.stream()
                .map(result -> dynamicTest(
                        Vectors.text(result, "alg"),
                        () -> assertThat(result)
                                .doesNotContainKey("error")
                                .extractingByKey("payload")
                                .satisfies(payload -> assertThat(Vectors.object(payload))
                                        .containsEntry("sub", "u1")
                                        .containsEntry("name", "张三😀")
                                        .containsEntry("exp", 1_700_001_800L))));
    }

    @TestFactory
    Stream<DynamicTest> aTokenOfOursThatWasTamperedWithVerifiesNowhere() {
        return tamperedVerified.stream()
                .map(result -> dynamicTest(
                        Vectors.text(result, "alg"),
                        () -> assertThat(result).containsEntry("error", "ERR_JWS_SIGNATURE_VERIFICATION_FAILED")));
    }

    private static Map<String, Object> ourToken(TokenAlgorithm algorithm) {
        KeyRing keys = KeyRing.of(TestKeys.keyFor(algorithm).withKid("ours"));
        String token = new TokenIssuer(keys, JoseVectorsTest.RULES, JoseVectorsTest.CLOCK, new SeededBytes(1))
                .issue("u1", Map.of("name", "张三😀"))
                .reveal();
        Map<String, Object> ours = new LinkedHashMap<>();
        ours.put("alg", algorithm.jwsName());
        ours.put("keySet", keySet(algorithm, keys));
        ours.put("token", token);
        return ours;
    }

    private static Map<String, Object> keySet(TokenAlgorithm algorithm, KeyRing keys) {
        if (algorithm.family() == TokenAlgorithm.Family.HMAC) {
            return Map.of(
                    "keys",
                    List.of(Map.of(
                            "kty",
                            "oct",
                            "alg",
                            algorithm.jwsName(),
                            "kid",
                            "ours",
                            "k",
                            Forge.segment(TestKeys.secret(algorithm.size())))));
        }
        try {
            return JSONObjectUtils.parse(keys.publicKeySet(JoseVectorsTest.CLOCK.instant()));
        } catch (ParseException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static Map<String, Object> tamperedWith(Map<String, Object> ours) {
        String token = Vectors.text(ours, "token");
        int payload = token.indexOf('.') + 1;
        Map<String, Object> tampered = new LinkedHashMap<>(ours);
        tampered.put(
                "token",
                token.substring(0, payload)
                        + Forge.segment("{\"sub\":\"admin\"}")
                        + token.substring(token.lastIndexOf('.')));
        return tampered;
    }
}
