package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725: what is inside the envelope; with RFC 7519, section 4.1, where the clauses lean on it. */
class Rfc8725ClaimsTest {

    private static final byte[] SECRET = TestKeys.secret(32);
    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    private static final TokenRules RULES = TokenRules.issuedBy("ours").build();

    private final SettableClock clock = SettableClock.atSecond(1_700_000_000);

    @Test
    void theTokenThatTheOthersAreVariationsOfIsAccepted() {
        assertThat(verify(RULES, claims("iss", "\"ours\""))).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EFBBBF7B7D",
                "FEFF007B007D",
                "FFFE7B007D00",
                "7B22C0AF223A317D",
                "7B22EDA080223A317D",
                "7B22FF223A317D",
                "7B7D00",
                ""
            })
    void section3_7ClaimsThatAreNotUtf8WithoutBomAreMalformed(String hex) {
        byte[] payload = HexFormat.of().parseHex(hex);
        String token = Forge.hs256(Forge.utf8(HEADER), payload.length == 0 ? Forge.utf8(" ") : payload, SECRET);
        assertThat(reasonOf(verifier(RULES).verify(token))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void section3_7OtherLanguagesComeThrough() {
        VerifiedToken token = accepted(RULES, claims("name", "\"张三😀\""));
        assertThat(token.customText("name")).contains("张三😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"theirs\"", "\"OURS\"", "\"ours/\"", "\"ours \"", "\"\"", "[\"ours\"]", "null", "1"})
    void section3_8AnotherIssuerIsRefused(String iss) {
        assertThat(reasonOf(verify(RULES, claims("iss", iss)))).isEqualTo(Refusal.WRONG_ISSUER);
    }

    @ParameterizedTest
    @CsvSource({"a,a,true", "a,b,false", "b,a,false", "b,b,true"})
    void section3_8AKeyBelongsToItsIssuer(String issuer, String verifying, boolean accepted) {
        KeyRing theirKeys = KeyRing.of(secretOf(issuer));
        TokenRules theirRules = TokenRules.issuedBy(issuer).build();
        String token = new TokenIssuer(theirKeys, theirRules, clock, new SeededBytes(1))
                .issue("u1", Map.of())
                .reveal();
        TokenVerifier ours = new TokenVerifier(
                KeyRing.of(secretOf(verifying)), TokenRules.issuedBy(verifying).build(), clock);
        assertThat(ours.verify(token) instanceof VerifiedToken).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "{\"a\":1}", "[\"u1\"]", "true", "1", "\"line\\nbreak\"", "\"nul\\u0000\""})
    void section3_8ASubjectThatIsNoNameIsMalformed(String sub) {
        assertThat(reasonOf(verify(RULES, claims("sub", sub)))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"255,true", "256,false"})
    void section3_8ASubjectEndsAt255Characters(int length, boolean accepted) {
        String sub = "\"" + "s".repeat(length) + "\"";
        assertThat(verify(RULES, claims("sub", sub)) instanceof VerifiedToken).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "1", "{}", "[\"j1\"]", "\"tab\\t\""})
    void rfc7519Section4_1_7ATokenThatCannotBeNamedIsMalformed(String jti) {
        assertThat(reasonOf(verify(RULES, claims("jti", jti)))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "jti", "iat", "exp"})
    void rfc7519Section4_1AMissingClaimIsMalformed(String name) {
        assertThat(reasonOf(verify(RULES, claimsWithout(name)))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"api\"", "[\"api\"]", "[\"x\",\"api\"]", "[\"api\",\"api\"]"})
    void section3_9AnAudienceThatNamesOursIsAccepted(String aud) {
        assertThat(verify(forApi(), claims("aud", aud))).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "\"API\"", "\"api/\"", "\"\"", "[]", "[\"other\"]", "null"})
    void section3_9AnAudienceThatDoesNotIsRefused(String aud) {
        assertThat(reasonOf(verify(forApi(), claims("aud", aud)))).isEqualTo(Refusal.WRONG_AUDIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{\"api\":1}", "[[\"api\"]]", "[\"api\",1]", "[null]"})
    void section3_9AnAudienceOfAnotherShapeIsMalformed(String aud) {
        assertThat(reasonOf(verify(forApi(), claims("aud", aud)))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void section3_9AMissingAudienceIsRefusedWhereThereIsOne() {
        assertThat(reasonOf(verify(forApi(), claimsWithout("aud")))).isEqualTo(Refusal.WRONG_AUDIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"api\"", "[]", "null", "\"\""})
    void section3_9AnyAudienceIsRefusedWhereThereIsNone(String aud) {
        assertThat(reasonOf(verify(RULES, claims("aud", aud)))).isEqualTo(Refusal.WRONG_AUDIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "application/jwt", "Application/JWT"})
    void section3_11ThePlainTypeIsComparedWithoutCaseAndPrefix(String typ) {
        assertThat(verifyTyped(RULES, ",\"typ\":\"" + typ + "\"")).isInstanceOf(VerifiedToken.class);
    }

    @Test
    void section3_11ThePlainTypeMayBeMissing() {
        assertThat(verifyTyped(RULES, "")).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at+jwt",
                "refresh+jwt",
                "JWS",
                "JOSE",
                "",
                "application/",
                "application/at+jwt",
                "xapplication/jwt"
            })
    void section3_11AnotherTypeIsRefused(String typ) {
        assertThat(reasonOf(verifyTyped(RULES, ",\"typ\":\"" + typ + "\""))).isEqualTo(Refusal.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "[\"JWT\"]", "{}"})
    void section3_11ATypeThatIsNoStringIsMalformed(String typ) {
        assertThat(reasonOf(verifyTyped(RULES, ",\"typ\":" + typ))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"at+jwt,true", "AT+JWT,true", "application/at+jwt,true", "JWT,false", "refresh+jwt,false"})
    void section3_11AnExplicitTypeIsDemanded(String typ, boolean accepted) {
        TokenRules explicit = TokenRules.issuedBy("ours").type("at+jwt").build();
        assertThat(verifyTyped(explicit, ",\"typ\":\"" + typ + "\"") instanceof VerifiedToken)
                .isEqualTo(accepted);
    }

    @Test
    void section3_11AnExplicitTypeMustNotBeMissing() {
        assertThat(reasonOf(
                        verifyTyped(TokenRules.issuedBy("ours").type("at+jwt").build(), "")))
                .isEqualTo(Refusal.WRONG_TYPE);
    }

    @Test
    void section3_12KindsOfOneIssuerUnderOneKeyExcludeEachOther() {
        TokenRules[] kinds = {
            RULES,
            forApi(),
            TokenRules.issuedBy("ours").type("at+jwt").build(),
            TokenRules.issuedBy("ours").audience("web").build()
        };
        KeyRing keys = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256));
        for (TokenRules issued : kinds) {
            String token = new TokenIssuer(keys, issued, clock, new SeededBytes(1))
                    .issue("u1", Map.of())
                    .reveal();
            for (TokenRules expected : kinds) {
                assertThat(verifier(expected).verify(token) instanceof VerifiedToken)
                        .isEqualTo(issued == expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "nbf"})
    void rfc7519Section2NumericDatesAreWholeNumbersInRange(String name) {
        String[] wrong = {
            "null",
            "\"1700000000\"",
            "true",
            "{}",
            "[1700000000]",
            "-1",
            "1700000000.0",
            "1700000000.5",
            "17e8",
            "1e18",
            "253402300800",
            "9223372036854775807",
            "9223372036854775808",
            "18446744075409555216",
            "1e-400",
            "1e400"
        };
        for (String value : wrong) {
            assertThat(reasonOf(verify(RULES, claims(name, value))))
                    .as(name + " " + value)
                    .isEqualTo(Refusal.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void rfc7519Section2TheBeginningOfTimeIsATimeLikeAnyOther(String name) {
        assertThat(accepted(RULES, claims(name, "0")).subject()).isEqualTo("u1");
    }

    @Test
    void rfc7519Section4_1_6AnIssueAfterTheExpiryIsMalformed() {
        assertThat(reasonOf(verify(RULES, claims("iat", "1700000601")))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"u1\",\"sub\":\"u1\"}",
                "{\"sub\":\"u1\",\"\\u0073ub\":\"admin\"}",
                "[]",
                "null",
                "\"x\"",
                "{",
                "{\"sub\":\"u1\",}",
                "{sub:\"u1\"}",
                "{} {}",
                "{}//",
                "{\"x\":01}",
                "{\"x\":NaN}",
                "{\"x\":\"\\ud800\"}"
            })
    void rfc7519Section4ClaimsThatAreNotStrictJsonAreMalformed(String payload) {
        assertThat(verify(RULES, payload))
                .isEqualTo(new Refused(Refusal.MALFORMED, "the claims are not one strict JSON object"));
    }

    @Test
    void duplicateMembersAreMalformedAtAnyDepth() {
        assertThat(reasonOf(verify(RULES, claims("x", "{\"y\":[{\"a\":1,\"a\":1}]}"))))
                .isEqualTo(Refusal.MALFORMED);
    }

    private static TokenRules forApi() {
        return TokenRules.issuedBy("ours").audience("api").build();
    }

    private static TokenKey secretOf(String issuer) {
        byte[] secret = new SeededBytes(issuer.charAt(0)).next(32);
        return TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(secret));
    }

    /** Valid claims, with one of them set to a JSON text. */
    private static String claims(String name, String json) {
        String others = claimsWithout(name);
        return others.substring(0, others.length() - 1) + ",\"" + name + "\":" + json + "}";
    }

    private static String claimsWithout(String name) {
        StringBuilder json = new StringBuilder("{\"x1\":1");
        Map<String, String> valid =
                Map.of("iss", "\"ours\"", "sub", "\"u1\"", "jti", "\"j1\"", "iat", "1700000000", "exp", "1700000600");
        valid.forEach((key, value) -> json.append(key.equals(name) ? "" : ",\"" + key + "\":" + value));
        return json.append('}').toString();
    }

    private TokenVerdict verifyTyped(TokenRules rules, String typ) {
        String header = "{\"alg\":\"HS256\"" + typ + "}";
        return verifier(rules).verify(Forge.hs256(header, claimsWithout(""), SECRET));
    }

    private TokenVerdict verify(TokenRules rules, String claims) {
        return verifier(rules).verify(Forge.hs256(HEADER, claims, SECRET));
    }

    private VerifiedToken accepted(TokenRules rules, String claims) {
        TokenVerdict verdict = verify(rules, claims);
        assertThat(verdict).isInstanceOf(VerifiedToken.class);
        return (VerifiedToken) verdict;
    }

    private TokenVerifier verifier(TokenRules rules) {
        return new TokenVerifier(KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256)), rules, clock);
    }

    private static Refusal reasonOf(TokenVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }
}
