package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that an independent implementation made, the npm package {@code jose}: kept, so that they verify everywhere. */
class JoseVectorsTest {

    static final TokenRules RULES =
            TokenRules.issuedBy("https://issuer.example.com").audience("web").build();
    static final SettableClock CLOCK = SettableClock.atSecond(1_700_000_000);

    private static final List<Map<String, Object>> VECTORS = Vectors.objects(Vectors.load("jose-vectors.json"), "made");

    @Test
    void thereIsOneForEveryAlgorithm() {
        assertThat(VECTORS)
                .extracting(vector -> vector.get("alg"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TokenAlgorithm.values())
                        .map(TokenAlgorithm::jwsName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatJoseMadeVerifiesHere() {
        return VECTORS.stream().map(vector -> dynamicTest(Vectors.text(vector, "alg"), () -> assertVerifies(vector)));
    }

    static void assertVerifies(Map<String, Object> vector) {
        TokenKey key = TokenKey.fromJwk(JSONObjectUtils.toJSONString(Vectors.object(vector, "key")));
        TokenVerdict verdict = new TokenVerifier(KeyRing.of(key), RULES, CLOCK).verify(Vectors.text(vector, "token"));
        assertThat(verdict).isInstanceOfSatisfying(VerifiedToken.class, token -> {
            assertThat(token.subject()).isEqualTo("u1");
            assertThat(token.id()).isEqualTo("from-jose-" + vector.get("alg"));
            assertThat(token.family().value()).isEqualTo(token.id());
            assertThat(token.loginAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            assertThat(token.customClaims())
                    .containsOnlyKeys("role", "name", "nested")
                    .containsEntry("name", "张三😀");
        });
    }
}
