package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.RandomBytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000, 123_456_789);
    private static final TokenRules TOKENS = TokenRules.issuedBy("https://api.example.com/tokens")
            .lifetime(Duration.ofDays(14)) // 20160 minutes
            .refreshWindow(Duration.ofDays(28)) // 40320 minutes
            .numericSubjects()
            .alphanumericTokenIds()
            .build();
    private static final TokenRules BEARER = TokenRules.issuedBy("https://api.example.com")
            .audience("web")
            .uuidTokenIds()
            .withoutIssueTimes()
            .build();

    private final SettableClock clock = new SettableClock(NOW);
    private final KeyRing keys = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256));

    @Test
    void contract4TokensHaveTheseClaimsInThisOrder() {
        UnverifiedToken token = read(issuer(TOKENS).issue("1", Map.of()));
        assertThat(token.claimedHeader()).containsExactly(Map.entry("typ", "JWT"), Map.entry("alg", "HS256"));
        assertThat(token.claims().keySet()).containsExactly("sub", "iss", "iat", "exp", "nbf", "jti", "fam", "lat");
        assertThat(token.claims())
                .containsEntry("sub", 1L)
                .containsEntry("iss", "https://api.example.com/tokens")
                .containsEntry("iat", 1_700_000_000L)
                .containsEntry("exp", 1_701_209_600L)
                .containsEntry("nbf", 1_700_000_000L)
                .containsEntry("lat", 1_700_000_000_123L);
        assertThat((String) token.claims().get("jti")).matches("[A-Za-z0-9]{16}");
        assertThat((String) token.claims().get("fam")).matches("[A-Za-z0-9]{16}");
    }

    @Test
    void contract5TokensHaveTheseClaimsInThisOrder() {
        UnverifiedToken token = read(issuer(BEARER).issue("seven", Map.of("uid", "7")));
        assertThat(token.claims().keySet()).containsExactly("sub", "iss", "aud", "exp", "jti", "fam", "lat", "uid");
        assertThat(token.claims())
                .containsEntry("sub", "seven")
                .containsEntry("aud", "web")
                .containsEntry("exp", 1_700_001_800L);
        assertThat((String) token.claims().get("jti"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aTokenIdHas128RandomBitsWhereNothingFixesItsShape() {
        byte[] drawn = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        TokenRules rules = TokenRules.issuedBy("ours").build();
        RandomBytes random = length -> Arrays.copyOf(drawn, length);
        assertThat(new TokenIssuer(keys, rules, clock, random)
                        .issue("u1", Map.of())
                        .id())
                .isEqualTo(Forge.segment(drawn));
    }

    @Test
    void everyBitOfAUuidButTheFixedOnesIsRandom() {
        long andedHigh = -1;
        long oredHigh = 0;
        long andedLow = -1;
        long oredLow = 0;
        TokenIssuer issuer = issuer(BEARER);
        for (int i = 0; i < 200; i++) {
            UUID uuid = UUID.fromString(issuer.issue("seven", Map.of()).id());
            andedHigh &= uuid.getMostSignificantBits();
            oredHigh |= uuid.getMostSignificantBits();
            andedLow &= uuid.getLeastSignificantBits();
            oredLow |= uuid.getLeastSignificantBits();
        }
        assertThat(Long.bitCount(oredHigh ^ andedHigh) + Long.bitCount(oredLow ^ andedLow))
                .isEqualTo(122);
    }

    @Test
    void noTwoTokensShareAnIdOrAFamily() {
        TokenIssuer issuer = new TokenIssuer(keys, TOKENS, clock, RandomBytes.secure());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            IssuedToken token = issuer.issue("1", Map.of());
            assertThat(seen.add(token.id())).isTrue();
            assertThat(seen.add(token.family().value())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "42", "9007199254740991"})
    void aCanonicalDecimalIdIsWrittenAsANumber(String id) {
        assertThat(read(issuer(TOKENS).issue(id, Map.of())).claims()).containsEntry("sub", Long.valueOf(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740992", "01", "-1", "+1", "1.0", "1e3", " 1", "１", "99999999999999999999", "u1"})
    void anyOtherIdIsWrittenAsText(String id) {
        assertThat(read(issuer(TOKENS).issue(id, Map.of())).claims()).containsEntry("sub", id);
    }

    @Test
    void withoutThatRuleADecimalIdStaysText() {
        assertThat(read(issuer(BEARER).issue("1", Map.of())).claims()).containsEntry("sub", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9007199254740991", "9007199254740992", "01", "u1"})
    void whateverItIsWrittenAsTheSubjectComesBackAsItWas(String id) {
        assertThat(verified(TOKENS, issuer(TOKENS).issue(id, Map.of())).subject())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\nbreak", "\u0000"})
    void anUnfitSubjectIsRefused(String subject) {
        assertThatThrownBy(() -> issuer(TOKENS).issue(subject, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A subject has 1 to 255 characters");
    }

    @Test
    void customClaimsOfAnyJsonValueComeBack() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("text", "张三😀");
        claims.put("whole", 42L);
        claims.put("huge", new BigInteger("123456789012345678901234567890"));
        claims.put("decimal", new BigDecimal("0.10"));
        claims.put("flag", true);
        claims.put("nothing", null);
        claims.put("list", Arrays.asList("a", 1L, null, List.of()));
        claims.put("object", Map.of("nested", Map.of("deep", "er")));
        assertThat(verified(TOKENS, issuer(TOKENS).issue("1", claims)).customClaims())
                .isEqualTo(claims);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iss", "aud", "iat", "exp", "nbf", "jti", "fam", "lat"})
    void aCustomClaimCannotOverrideOneOfTheIssuersOwn(String name) {
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", Map.of(name, "mine")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be named \"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iss", "aud", "iat", "exp", "nbf", "jti", "fam", "lat"})
    void norCanAClaimOfTheRulesWhichIsToldAtConfiguration(String name) {
        TokenRules.Builder builder = TokenRules.issuedBy("ours").claim(name, 1L);
        assertThatThrownBy(builder::build).hasMessageContaining("can't be named \"" + name + "\"");
    }

    @Test
    void aClaimOfTheRulesIsInEveryTokenUnlessTheCallerHasItsOwn() {
        TokenRules rules = TokenRules.issuedBy("ours")
                .claim("role", "guest")
                .claim("tenant", 5L)
                .build();
        assertThat(verified(rules, issuer(rules).issue("u1", Map.of())).customClaims())
                .containsEntry("role", "guest")
                .containsEntry("tenant", 5L);
        assertThat(verified(rules, issuer(rules).issue("u1", Map.of("role", "admin")))
                        .customClaims())
                .containsEntry("role", "admin");
    }

    @Test
    void claimsThatAreNotJsonAreRefused() {
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", Map.of("x", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", Map.of("x", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", Map.of("x", "\uD800")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void claimsThatOurOwnReaderWouldRefuseAreRefused() {
        Object nested = List.of();
        for (int depth = 0; depth < 40; depth++) {
            nested = List.of(nested);
        }
        Map<String, Object> claims = Map.of("x", nested);
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", claims)).hasMessageContaining("[x] can't be read back");
    }

    @Test
    void aTokenThatWouldBeTooLongIsRefusedWithItsSize() {
        assertThatThrownBy(() -> issuer(TOKENS).issue("1", Map.of("x", "A".repeat(8192))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("and the rules allow 8192");
    }

    @Test
    void aTokenThatIsAsLongAsTheRulesAllowIsIssuedAndHolds() {
        Map<String, String> claims = Map.of("x", "A".repeat(200));
        int length = issuer(TOKENS).issue("1", claims).reveal().length();
        TokenRules exact = TokenRules.issuedBy(TOKENS.issuer())
                .lifetime(TOKENS.lifetime())
                .numericSubjects()
                .alphanumericTokenIds()
                .maxLength(length)
                .build();
        assertThat(verified(exact, issuer(exact).issue("1", claims)).subject()).isEqualTo("1");
    }

    @Test
    void aKeyWhoseSignaturesAreLongerThanMostMakesTokensThatHold() {
        KeyRing longer = KeyRing.of(TokenKey.signing(TokenAlgorithm.RS256, TestKeys.rsa(2304)));
        IssuedToken token =
                new TokenIssuer(longer, TOKENS, clock, new SeededBytes(clock.millis())).issue("1", Map.of());
        assertThat(new TokenVerifier(longer, TOKENS, clock).verify(token.reveal()))
                .isInstanceOf(VerifiedToken.class);
    }

    @Test
    void aRingThatCannotSignIsRefusedAtConfiguration() {
        KeyRing verifying = KeyRing.of(TokenKey.verifying(
                TokenAlgorithm.ES256, TestKeys.ec("secp256r1").getPublic()));
        assertThatThrownBy(() -> new TokenIssuer(verifying, TOKENS, clock, RandomBytes.secure()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TokenKey[ES256], can only verify");
    }

    @Test
    void aSuccessorKeepsFamilyLoginAndIssueTimeAndChangesTheRest() {
        IssuedToken first = issuer(TOKENS).issue("1", Map.of("role", "admin"));
        clock.advance(Duration.ofDays(1));
        IssuedToken second = issuer(TOKENS).issueSuccessor(verified(TOKENS, first), "1", Map.of("role", "reader"));
        assertThat(second.family()).isEqualTo(first.family());
        assertThat(second.loginAt()).isEqualTo(first.loginAt());
        assertThat(second.issuedAt()).isEqualTo(first.issuedAt());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.expiresAt()).isEqualTo(first.expiresAt().plus(Duration.ofDays(1)));
        assertThat(read(second).claims()).containsEntry("nbf", 1_700_086_400L).containsEntry("role", "reader");
    }

    @Test
    void aSuccessorTakesOverNothingThatItsCallerDoesNotHandIn() {
        IssuedToken first = issuer(TOKENS).issue("1", Map.of("admin", true));
        IssuedToken second = issuer(TOKENS).issueSuccessor(verified(TOKENS, first), "1", Map.of());
        assertThat(verified(TOKENS, second).customClaims()).isEmpty();
    }

    @Test
    void aTokenThatIsRefreshedAHundredTimesIsAsLongAsTheFirst() {
        IssuedToken token = issuer(TOKENS).issue("1", Map.of());
        int length = token.reveal().length();
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofHours(1));
            token = new TokenIssuer(keys, TOKENS, clock, RandomBytes.secure())
                    .issueSuccessor(verified(TOKENS, token), "1", Map.of());
            assertThat(token.reveal()).hasSize(length);
        }
    }

    @Test
    void theCallersValuesMayChangeAfterwards() {
        List<Object> list = new ArrayList<>(List.of("a"));
        TokenRules rules = TokenRules.issuedBy("ours").claim("list", list).build();
        list.add("b");
        assertThat(verified(rules, issuer(rules).issue("u1", Map.of())).customClaims())
                .containsEntry("list", List.of("a"));
    }

    @Test
    void nothingOfATokenIsInItsText() {
        IssuedToken token = issuer(TOKENS).issue("1", Map.of("phone", "13800138000"));
        assertThat(token).hasToString("IssuedToken[" + token.id() + "]");
        assertThat(verified(TOKENS, token)).hasToString("VerifiedToken[" + token.id() + "]");
        assertThat(read(token)).hasToString("UnverifiedToken[sub, iss, iat, exp, nbf, jti, fam, lat, phone]");
    }

    private TokenIssuer issuer(TokenRules rules) {
        return new TokenIssuer(keys, rules, clock, new SeededBytes(clock.millis()));
    }

    private VerifiedToken verified(TokenRules rules, IssuedToken token) {
        TokenVerdict verdict = new TokenVerifier(keys, rules, clock).verify(token.reveal());
        assertThat(verdict).isInstanceOf(VerifiedToken.class);
        return (VerifiedToken) verdict;
    }

    private static UnverifiedToken read(IssuedToken token) {
        return UnverifiedToken.parse(token.reveal()).orElseThrow();
    }
}
