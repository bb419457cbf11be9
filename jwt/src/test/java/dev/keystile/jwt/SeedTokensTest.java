package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract 4: the tokens that its source document prints. Nobody has their secret, so they are read without verifying. */
class SeedTokensTest {

    private static final String ISSUER = "http://plus.io/api/v2/tokens";
    private static final String CREATED =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsImlzcyI6Imh0dHA6Ly9wbHVzLmlvL2FwaS92Mi90"
                    + "b2tlbnMiLCJpYXQiOjE1MDEzMTQyNTIsImV4cCI6MTUwMjUyMzg1MiwibmJmIjoxNTAxMzE0MjUyLCJqdGkiOiJvU0VpdGUwTnp4Y0RTSTJQIn0.1Xga2eSZS013Ba"
                    + "ao0PO2rx6s1riL0goJIsAvU93DLgc";
    private static final String REFRESHED =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsImlzcyI6Imh0dHA6Ly9wbHVzLmlvL2FwaS92Mi90"
                    + "b2tlbnMvZXlKMGVYQWlPaUpLVjFRaUxDSmhiR2NpT2lKSVV6STFOaUo5LmV5SnpkV0lpT2pFc0ltbHpjeUk2SW1oMGRIQTZMeTl3YkhWekxtbHZMMkZ3YVM5Mk1pOTBi"
                    + "MnRsYm5NaUxDSnBZWFFpT2pFMU1EQXpOalUxTVRjc0ltVjRjQ0k2TVRVd01UVTNOVEV4Tnl3aWJtSm1Jam94TlRBd016WTFOVEUzTENKcWRHa2lPaUpLT1RKVlJsRlRa"
                    + "Vm96UkRGUFVsaFRJbjAuejNkNTBXZm5lSUIyTk45N2FSWW9lSFAwUjhyN1l0STJSVmxRUEVFWElaSSIsImlhdCI6MTUwMDM2NTUxNywiZXhwIjoxNTAxNTc1MTI4LCJu"
                    + "YmYiOjE1MDAzNjU1MjgsImp0aSI6IkV0S3VXUWd2VHlkMnpQSXcifQ.MJt3fz0hgH7BJNa1oC-9H3BZa3vIxS2oHu5OG9g39O8";

    private static final byte[] SECRET = TestKeys.secret(32);

    private final SettableClock clock = SettableClock.atSecond(1_500_365_600);
    private final KeyRing keys = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256));

    @Test
    void theCreatedTokenIsRead() {
        UnverifiedToken token = UnverifiedToken.parse(CREATED).orElseThrow();
        assertThat(token.claimedHeader()).containsExactly(Map.entry("typ", "JWT"), Map.entry("alg", "HS256"));
        assertThat(token.claims())
                .containsExactly(
                        Map.entry("sub", 1L),
                        Map.entry("iss", ISSUER),
                        Map.entry("iat", 1_501_314_252L),
                        Map.entry("exp", 1_502_523_852L),
                        Map.entry("nbf", 1_501_314_252L),
                        Map.entry("jti", "oSEite0NzxcDSI2P"));
        assertThat(token.claimedIssuer()).contains(ISSUER);
        assertThat(token.nestedToken()).isEmpty();
    }

    @Test
    void theRefreshedTokenIsReadAndSoIsTheOneNestedInItsIssuer() {
        UnverifiedToken token = UnverifiedToken.parse(REFRESHED).orElseThrow();
        assertThat(token.claims())
                .containsEntry("sub", 1L)
                .containsEntry("iat", 1_500_365_517L)
                .containsEntry("exp", 1_501_575_128L)
                .containsEntry("nbf", 1_500_365_528L)
                .containsEntry("jti", "EtKuWQgvTyd2zPIw");
        assertThat(token.claimedIssuer()).contains(ISSUER);
        UnverifiedToken nested = token.nestedToken().orElseThrow();
        assertThat(nested.claims())
                .containsEntry("iss", ISSUER)
                .containsEntry("iat", 1_500_365_517L)
                .containsEntry("exp", 1_501_575_117L)
                .containsEntry("jti", "J92UFQSeZ3D1ORXS");
        assertThat(nested.nestedToken()).isEmpty();
    }

    @Test
    void bothLiveForTheTtlOfTheContract() {
        Map<String, Object> claims =
                UnverifiedToken.parse(CREATED).orElseThrow().claims();
        assertThat(Duration.ofSeconds((Long) claims.get("exp") - (Long) claims.get("iat")))
                .isEqualTo(Duration.ofDays(14));
    }

    @Test
    void neitherIsAcceptedUnderAnotherSecret() {
        assertThat(verify(migrating(), CREATED))
                .isEqualTo(new Refused(Refusal.WRONG_SIGNATURE, "the signature is not the key's"));
        assertThat(verify(migrating(), REFRESHED))
                .isEqualTo(new Refused(Refusal.WRONG_SIGNATURE, "the signature is not the key's"));
    }

    @Test
    void aTokenOfTheirFormUnderOurSecretIsAcceptedWhereTheMigrationSettingIsOn() {
        TokenVerdict verdict = verify(migrating(), signedAnew(REFRESHED));
        assertThat(verdict).isInstanceOfSatisfying(VerifiedToken.class, token -> {
            assertThat(token.subject()).isEqualTo("1");
            assertThat(token.family().value()).isEqualTo("EtKuWQgvTyd2zPIw");
            assertThat(token.loginAt()).isEqualTo(Instant.ofEpochSecond(1_500_365_517));
        });
    }

    @Test
    void withoutTheMigrationSettingItIsAnotherIssuers() {
        assertThat(verify(tokens().build(), signedAnew(REFRESHED)))
                .isEqualTo(new Refused(Refusal.WRONG_ISSUER, "iss is not exactly the issuer of these tokens"));
    }

    @Test
    void aCreatedTokenNeedsNoMigrationSetting() {
        clock.set(Instant.ofEpochSecond(1_501_314_252));
        assertThat(verify(tokens().build(), signedAnew(CREATED))).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/x",
                "/a.b.c",
                "/AAAA.AAAA",
                "//AAAA.AAAA.AAAA",
                "AAAA.AAAA.AAAA",
                "/x/AAAA.AAAA.AAAA",
                "/AAAA.AAAA.AAAA/",
                "/AAAA.AAAA.AAAA?x",
                "/AAAA.AAAA.AB"
            })
    void nothingElseIsTakenForANestedIssuer(String suffix) {
        String iss = ISSUER + suffix;
        String token = Forge.hs256(
                "{\"alg\":\"HS256\"}",
                "{\"sub\":1,\"jti\":\"j1\",\"iat\":1500365517,\"exp\":1501575128,\"iss\":\"" + iss + "\"}",
                SECRET);
        assertThat(verify(migrating(), token))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.WRONG_ISSUER));
    }

    @Test
    void theSuccessorOfANestingTokenNestsNothing() {
        GenuineToken nesting = (GenuineToken) verify(migrating(), signedAnew(REFRESHED));
        String issuer = "http://plus.io/api/v2/tokens";
        IssuedToken successor =
                new TokenIssuer(keys, migrating(), clock, new SeededBytes(1)).issueSuccessor(nesting, "1", Map.of());
        assertThat(UnverifiedToken.parse(successor.reveal()).orElseThrow().claims())
                .containsEntry("iss", issuer);
        assertThat(successor.reveal().length()).isLessThan(CREATED.length() + 100);
    }

    @Test
    void deepNestingEndsAtTheLengthOfATokenAndIsReadLevelByLevel() {
        String token = signedAnew(CREATED);
        int levels = 0;
        while (true) {
            String deeper = Forge.hs256(
                    "{\"typ\":\"JWT\",\"alg\":\"HS256\"}",
                    "{\"sub\":1,\"iss\":\"" + ISSUER + "/" + token
                            + "\",\"iat\":1500365517,\"exp\":1501575128,\"jti\":\"j1\"}",
                    SECRET);
            if (deeper.length() > 8192) {
                break;
            }
            token = deeper;
            levels++;
        }
        assertThat(verify(migrating(), token)).isInstanceOf(VerifiedToken.class);
        UnverifiedToken level = UnverifiedToken.parse(token).orElseThrow();
        for (int i = 0; i < levels; i++) {
            assertThat(level.claimedIssuer()).contains(ISSUER);
            level = level.nestedToken().orElseThrow();
        }
        assertThat(levels).isGreaterThan(3);
        assertThat(level.nestedToken()).isEmpty();
    }

    private static TokenRules.Builder tokens() {
        return TokenRules.issuedBy(ISSUER)
                .lifetime(Duration.ofDays(14))
                .refreshWindow(Duration.ofDays(28))
                .numericSubjects()
                .alphanumericTokenIds();
    }

    private static TokenRules migrating() {
        return tokens().acceptingNestedIssuer().build();
    }

    private TokenVerdict verify(TokenRules rules, String token) {
        return new TokenVerifier(keys, rules, clock).verify(token);
    }

    /** The same header and claims, under the secret of this test. */
    private static String signedAnew(String token) {
        return Forge.macOver(token.substring(0, token.lastIndexOf('.')), "HmacSHA256", SECRET);
    }
}
