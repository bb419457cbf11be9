package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystile.json.JsonWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    private static final byte[] SECRET = TestKeys.secret(32);
    private static final TokenRules RULES = TokenRules.issuedBy("https://issuer.example.com")
            .audience("web")
            .refreshWindow(Duration.ofHours(1))
            .leeway(Duration.ofSeconds(5))
            .build();

    private final SettableClock clock = SettableClock.atSecond(1_700_000_000);
    private final KeyRing keys =
            KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256).withKid("k1"));
    private final TokenVerifier verifier = new TokenVerifier(keys, RULES, clock);
    private final String token = new TokenIssuer(keys, RULES, clock, new SeededBytes(3))
            .issue("u1", Map.of("phone", "13800138000"))
            .reveal();

    @Test
    void itTellsEveryStageOfAnAcceptedToken() {
        assertThat(verifier.explain(token).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("verdict: VerifiedToken"),
                        line -> assertThat(line).isEqualTo("length: " + token.length() + " characters of at most 8192"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "header: alg \"HS256\", typ \"JWT\", kid \"k1\", members \"[typ, alg, kid]\""),
                        line -> assertThat(line).isEqualTo("key: TokenKey[HS256, kid=k1]"),
                        line -> assertThat(line)
                                .isEqualTo("signature: 32 bytes [masked] over " + token.lastIndexOf('.')
                                        + " characters, made with the key [masked]"),
                        line -> assertThat(line)
                                .startsWith(
                                        "claims: iss \"https://issuer.example.com\", aud \"web\", sub \"u1\", jti \""),
                        line -> assertThat(line).isEqualTo("expected: iss \"https://issuer.example.com\", aud \"web\""),
                        line -> assertThat(line)
                                .isEqualTo("times: iat \"1700000000\" = 2023-11-14T22:13:20Z, nbf \"1700000000\" ="
                                        + " 2023-11-14T22:13:20Z, exp \"1700001800\" = 2023-11-14T22:43:20Z"),
                        line -> assertThat(line).isEqualTo("allowed: leeway PT5S, lifetime PT30M, window PT1H"),
                        line -> assertThat(line).isEqualTo("clock: 2023-11-14T22:13:20Z"));
    }

    @Test
    void itTellsWhichVerdictAnExpiredTokenGets() {
        clock.advance(Duration.ofMinutes(31));
        assertThat(verifier.explain(token)).startsWith("verdict: RefreshableAfterExpiry\n");
        clock.advance(Duration.ofMinutes(29));
        assertThat(verifier.explain(token))
                .startsWith("verdict: EXPIRED: exp is over, and no refresh window is open\n");
    }

    @Test
    void itTellsTheClaimsOfNoTokenThatIsNotOurs() {
        String forged = Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"k1\"}", "{\"sub\":\"victim\"}", TestKeys.secret(33));
        assertThat(verifier.explain(forged))
                .startsWith("verdict: WRONG_SIGNATURE")
                .contains("not accepted")
                .doesNotContain("claims:")
                .doesNotContain("victim");
    }

    @Test
    void itTellsWhichKeysThereAreWhereNoneFits() {
        assertThat(verifier.explain(Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"k2\"}", "{}", SECRET)))
                .contains("key: none, the ring being KeyRing[TokenKey[HS256, kid=k1]]");
    }

    @Test
    void neitherTheTokenNorItsSignatureNorTheSecretNorACustomClaimIsInIt() {
        assertThat(verifier.explain(token))
                .doesNotContain(token.split("\\.", -1))
                .doesNotContain(HmacSecret.of(SECRET).reveal())
                .doesNotContain("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nverdict: VerifiedToken",
                "a\rb",
                "a\u2028b",
                "\u001B[31m",
                "\u0085next",
                "\u009B31m",
                "\u202Edesrever"
            })
    void aTokenCannotWriteLinesOfItsOwn(String kid) {
        String header = "{\"alg\":\"HS256\",\"kid\":" + JsonWriter.quote(kid) + "}";
        String explanation = verifier.explain(Forge.hs256(header, "{}", SECRET));
        assertThat(explanation.lines()).hasSize(5);
        assertThat(explanation).doesNotContain(kid);
    }

    @Test
    void aTokenNestedInTheIssuerIsCutOff() {
        String iss = "https://issuer.example.com/" + token;
        String nesting = Forge.hs256(
                "{\"alg\":\"HS256\",\"kid\":\"k1\"}",
                "{\"sub\":\"u1\",\"jti\":\"j1\",\"iat\":1700000000," + "\"exp\":1700000600,\"aud\":\"web\",\"iss\":\""
                        + iss + "\"}",
                SECRET);
        assertThat(verifier.explain(nesting))
                .startsWith("verdict: WRONG_ISSUER")
                .doesNotContain(token.split("\\.", -1)[1]);
    }

    @Test
    void aCharacterIsNeverCutInTwo() {
        for (int padding = 50; padding < 70; padding++) {
            String kid = "k".repeat(padding) + "😀😀😀";
            String header = "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}";
            assertThatCode(() -> verifier.explain(Forge.hs256(header, "{}", SECRET)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "AAAA.AAAA.AAAA"})
    void whatIsNoTokenIsToldInTwoLinesOrThree(String text) {
        assertThat(verifier.explain(text)).startsWith("verdict: MALFORMED: ").doesNotContain("header:");
    }

    @Test
    void absurdTimesAreToldAsTheyAre() {
        String claims =
                "{\"sub\":\"u1\",\"jti\":\"j1\",\"iat\":-9223372036854775808,\"exp\":9223372036854775807,\"nbf\":null}";
        assertThat(verifier.explain(Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"k1\"}", claims, SECRET)))
                .contains("iat \"-9223372036854775808\", nbf \"null\", exp \"9223372036854775807\"");
    }
}
