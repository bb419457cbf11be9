package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.keystile.jwt.JwsVerifier.Opening;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Wycheproof's JSON Web Signatures, all 401, against the part of the verifier that opens envelopes: their payloads are no
 * claims. Where we differ from a vector on purpose, it is written down here.
 */
class WycheproofSignatureTest {

    private static final Map<String, Object> FILE = Vectors.load("json_web_signature_test.json");

    /** Marked invalid, but byte for byte the same text as 357, which is valid. */
    private static final Set<Long> SAME_TEXT_AS_A_VALID_ONE = Set.of(367L, 370L);

    /** Marked valid, and we refuse them. */
    private static final Map<Long, String> REFUSED_ON_PURPOSE = Map.ofEntries(
            Map.entry(372L, "a '?' in the header segment: no character of base64url"),
            Map.entry(373L, "a '?' in the payload segment: no character of base64url"),
            Map.entry(346L, "the key says PS256, the header PS384"),
            Map.entry(350L, "the key says PS256, the header PS384"),
            Map.entry(347L, "the key says ES521, which no specification defines"),
            Map.entry(351L, "the key says ES521, which no specification defines"),
            Map.entry(259L, "an empty payload: a JWS, but no claims"),
            Map.entry(264L, "an empty payload: a JWS, but no claims"),
            Map.entry(268L, "an empty payload: a JWS, but no claims"),
            Map.entry(272L, "an empty payload: a JWS, but no claims"),
            Map.entry(320L, "an empty payload: a JWS, but no claims"),
            Map.entry(325L, "an empty payload: a JWS, but no claims"));

    private static final TokenRules RULES = TokenRules.issuedBy("nobody").build();

    @Test
    void theCollectionIsComplete() {
        Set<Long> ids = new HashSet<>();
        groups().forEach(group ->
                Vectors.objects(group, "tests").forEach(test -> ids.add(Vectors.number(test, "tcId"))));
        assertThat(ids).hasSize(401).containsAll(REFUSED_ON_PURPOSE.keySet()).containsAll(SAME_TEXT_AS_A_VALID_ONE);
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsJudgedAsMarked() {
        return groups().flatMap(group -> {
            Optional<TokenKey> key = keyOf(group);
            return Vectors.objects(group, "tests").stream()
                    .filter(test -> !SAME_TEXT_AS_A_VALID_ONE.contains(Vectors.number(test, "tcId")))
                    .map(test -> dynamicTest(
                            test.get("tcId") + " " + group.get("comment") + ": " + test.get("comment"),
                            () -> assertThat(opens(key, Vectors.text(test, "jws")))
                                    .isEqualTo(isToBeOpened(test))));
        });
    }

    private static Stream<Map<String, Object>> groups() {
        return Vectors.objects(FILE, "testGroups").stream();
    }

    private static boolean isToBeOpened(Map<String, Object> test) {
        return test.get("result").equals("valid") && !REFUSED_ON_PURPOSE.containsKey(Vectors.number(test, "tcId"));
    }

    private static boolean opens(Optional<TokenKey> key, String jws) {
        return key.map(sound -> new JwsVerifier(KeyRing.of(sound), RULES).open(jws, 0) instanceof Opening.Opened)
                .orElse(false);
    }

    /** Nothing if the key itself is refused. */
    private static Optional<TokenKey> keyOf(Map<String, Object> group) {
        Map<String, Object> jwk = Vectors.object(group, group.containsKey("public") ? "public" : "private");
        if (group.get("comment").equals("base64")) {
            return Optional.of(keyOfZeros(jwk));
        }
        try {
            return Optional.of(TokenKey.fromJwk(JSONObjectUtils.toJSONString(jwk)));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** The secret of 357 to 377 is 32 zeros. We refuse such secrets; for the sake of the vectors this one gets by. */
    private static TokenKey keyOfZeros(Map<String, Object> jwk) {
        return TokenKey.withoutStrengthCheck(TokenAlgorithm.HS256, HmacSecret.of(new byte[32]))
                .withKid(Vectors.text(jwk, "kid"));
    }
}
