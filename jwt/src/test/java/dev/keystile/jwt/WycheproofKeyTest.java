package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.keystile.jwt.JwsVerifier.Opening;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wycheproof's JSON Web Keys, all 26, without exception: bad keys and bad sets of them are refused before any token is seen. */
class WycheproofKeyTest {

    private static final Map<String, Object> FILE = Vectors.load("json_web_key_test.json");

    @Test
    void theCollectionIsComplete() {
        assertThat(Vectors.objects(FILE, "testGroups").stream()
                        .mapToInt(group -> Vectors.objects(group, "tests").size())
                        .sum())
                .isEqualTo(26);
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsJudgedAsMarked() {
        return Vectors.objects(FILE, "testGroups").stream()
                .flatMap(group -> Vectors.objects(group, "tests").stream()
                        .map(test -> dynamicTest(
                                test.get("tcId") + " " + group.get("comment") + ": " + test.get("comment"),
                                () -> assertThat(opens(group, Vectors.text(test, "jws")))
                                        .isEqualTo(test.get("result").equals("valid")))));
    }

    private static boolean opens(Map<String, Object> group, String jws) {
        Map<String, Object> keySet = Vectors.object(group, group.containsKey("public") ? "public" : "private");
        try {
            TokenRules rules = TokenRules.issuedBy("nobody").build();
            return new JwsVerifier(ringOf(keySet), rules).open(jws, 0) instanceof Opening.Opened;
        } catch (IllegalArgumentException keyRefused) {
            return false;
        }
    }

    private static KeyRing ringOf(Map<String, Object> keySet) {
        Iterator<TokenKey> keys = Vectors.objects(keySet, "keys").stream()
                .map(jwk -> TokenKey.fromJwk(JSONObjectUtils.toJSONString(jwk)))
                .iterator();
        KeyRing ring = KeyRing.of(keys.next());
        while (keys.hasNext()) {
            ring = ring.withRetired(keys.next(), Instant.MAX);
        }
        return ring;
    }
}
