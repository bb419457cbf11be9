package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.jwt.TokenVerdict.RefreshableAfterExpiry;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verified token tells, and what the rules let pass. */
class TokenVerifierTest {

    private static final byte[] SECRET = TestKeys.secret(32);
    private static final String TIMES = ",\"iat\":1700000000,\"exp\":1700000600";
    private static final TokenRules RULES = TokenRules.issuedBy("ours").build();

    private final SettableClock clock = SettableClock.atSecond(1_700_000_000);

    @Test
    void aTokenTellsItsClaims() {
        VerifiedToken token = accepted(
                RULES,
                "\"sub\":\"u1\",\"jti\":\"j1\",\"fam\":\"f1\",\"lat\":1699999999123,\"role\":\"reader\"" + TIMES);
        assertThat(token.subject()).isEqualTo("u1");
        assertThat(token.id()).isEqualTo("j1");
        assertThat(token.family().value()).isEqualTo("f1");
        assertThat(token.loginAt()).isEqualTo(Instant.ofEpochMilli(1_699_999_999_123L));
        assertThat(token.issuedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(token.expiresAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_600));
        assertThat(token.isRefreshable()).isTrue();
        assertThat(token.customClaims()).containsExactly(Map.entry("role", "reader"));
        assertThat(token.customText("role")).contains("reader");
    }

    @Test
    void contract4AForeignTokenIsAFamilyOfItsOwnThatLoggedInWhenItWasIssued() {
        VerifiedToken token = accepted(RULES, "\"sub\":\"u1\",\"jti\":\"EtKuWQgvTyd2zPIw\"" + TIMES);
        assertThat(token.family().value()).isEqualTo("EtKuWQgvTyd2zPIw");
        assertThat(token.loginAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void aForeignTokenIdThatFitsNoFamilyIsDigestedIntoOne() {
        VerifiedToken one = accepted(RULES, "\"sub\":\"u1\",\"jti\":\"urn:uuid:1/2\"" + TIMES);
        VerifiedToken other = accepted(RULES, "\"sub\":\"u1\",\"jti\":\"urn:uuid:1/3\"" + TIMES);
        assertThat(one.family().value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(one.family()).isNotEqualTo(other.family());
        assertThat(one.id()).isEqualTo("urn:uuid:1/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fam\":null",
                "\"fam\":\"\"",
                "\"fam\":1",
                "\"fam\":\"a b\"",
                "\"lat\":null",
                "\"lat\":\"1\"",
                "\"lat\":-1",
                "\"lat\":1.5",
                "\"lat\":253402300800000",
                "\"lat\":9223372036854775808"
            })
    void aFamilyOrLoginOfAnotherShapeIsMalformed(String member) {
        assertThat(reason(RULES, "\"sub\":\"u1\",\"jti\":\"j1\"," + member + TIMES))
                .isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "9007199254740991,9007199254740991"})
    void aNumericSubjectIsAcceptedWhereTheRulesSaySo(String json, String subject) {
        TokenRules numeric = TokenRules.issuedBy("ours").numericSubjects().build();
        assertThat(accepted(numeric, "\"sub\":" + json + ",\"jti\":\"j1\"" + TIMES)
                        .subject())
                .isEqualTo(subject);
        assertThat(accepted(numeric, "\"sub\":\"" + json + "\",\"jti\":\"j1\"" + TIMES)
                        .subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740992", "-1", "1.0", "1e3", "1.5", "9223372036854775808", "true", "null", "[1]"})
    void aNumberThatNotEveryReaderKeepsIsNoSubject(String json) {
        TokenRules numeric = TokenRules.issuedBy("ours").numericSubjects().build();
        assertThat(reason(numeric, "\"sub\":" + json + ",\"jti\":\"j1\"" + TIMES))
                .isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void anAbsentIssueTimeCountsAsTheBeginningOfTimeWhereItMayBeAbsent() {
        TokenRules bearer = TokenRules.issuedBy("ours").withoutIssueTimes().build();
        VerifiedToken token = accepted(bearer, "\"sub\":\"u1\",\"jti\":\"j1\",\"exp\":1700000600");
        assertThat(token.issuedAt()).isEqualTo(Instant.EPOCH);
        assertThat(token.loginAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void anIssueTimeThatNeedNotBeThereIsCheckedAllTheSame() {
        TokenRules bearer = TokenRules.issuedBy("ours").withoutIssueTimes().build();
        assertThat(reason(bearer, "\"sub\":\"u1\",\"jti\":\"j1\",\"exp\":1700000600,\"iat\":null"))
                .isEqualTo(Refusal.MALFORMED);
        assertThat(reason(bearer, "\"sub\":\"u1\",\"jti\":\"j1\",\"exp\":1700000600,\"iat\":1700000001"))
                .isEqualTo(Refusal.NOT_YET_VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"y\":1"})
    void customClaimsCannotBeChangedBeThereOneOrMore(String more) {
        Map<String, Object> claims = accepted(RULES, "\"sub\":\"u1\",\"jti\":\"j1\",\"x\":[1]" + more + TIMES)
                .customClaims();
        assertThatThrownBy(() -> claims.put("role", "admin")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) claims.get("x")).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void onlyAVerifierCanMakeAGenuineToken() {
        assertThat(Stream.of(GenuineToken.class, VerifiedToken.class, RefreshableAfterExpiry.class)
                        .flatMap(type -> Stream.of(type.getDeclaredConstructors())))
                .isNotEmpty()
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers()));
        assertThat(Modifier.isFinal(VerifiedToken.class.getModifiers())).isTrue();
        assertThat(Modifier.isFinal(RefreshableAfterExpiry.class.getModifiers()))
                .isTrue();
    }

    @Test
    void anExpiredTokenIsNeverAVerifiedOne() {
        assertThat(VerifiedToken.class.isAssignableFrom(RefreshableAfterExpiry.class))
                .isFalse();
    }

    @Test
    void everyRefusalHasItsPlaceInAnExhaustiveSwitch() {
        for (Refusal reason : Refusal.values()) {
            boolean expected = switch (reason) {
                case EXPIRED, NOT_YET_VALID, LIVES_TOO_LONG -> true;
                case MALFORMED,
                        UNSUPPORTED_HEADER,
                        WRONG_TYPE,
                        UNKNOWN_KEY,
                        WRONG_ALGORITHM,
                        WRONG_SIGNATURE,
                        WRONG_ISSUER,
                        WRONG_AUDIENCE -> false;
            };
            assertThat(expected)
                    .isEqualTo(EnumSet.range(Refusal.NOT_YET_VALID, Refusal.EXPIRED)
                            .contains(reason));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenAlgorithm.class,
            names = {"HS256", "RS256", "ES256", "ED25519"})
    void oneVerifierServesManyThreads(TokenAlgorithm algorithm) throws InterruptedException, ExecutionException {
        KeyRing keys = KeyRing.of(TestKeys.keyFor(algorithm));
        TokenIssuer issuer = new TokenIssuer(keys, RULES, clock, length -> new SeededBytes(5).next(length));
        TokenVerifier verifier = new TokenVerifier(keys, RULES, clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String subject = "u" + i;
                calls.add(() -> Stream.generate(
                                () -> issuer.issue(subject, Map.of()).reveal())
                        .limit(20)
                        .allMatch(token -> verifier.verify(token) instanceof VerifiedToken verified
                                && verified.subject().equals(subject)
                                && verifier.verify(token + "A") instanceof Refused));
            }
            for (Future<Boolean> allRight : threads.invokeAll(calls)) {
                assertThat(allRight.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private TokenVerdict verify(TokenRules rules, String members) {
        String token = Forge.hs256("{\"alg\":\"HS256\"}", "{\"iss\":\"ours\"," + members + "}", SECRET);
        return new TokenVerifier(KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256)), rules, clock).verify(token);
    }

    private VerifiedToken accepted(TokenRules rules, String members) {
        TokenVerdict verdict = verify(rules, members);
        assertThat(verdict).isInstanceOf(VerifiedToken.class);
        return (VerifiedToken) verdict;
    }

    private Refusal reason(TokenRules rules, String members) {
        TokenVerdict verdict = verify(rules, members);
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }
}
