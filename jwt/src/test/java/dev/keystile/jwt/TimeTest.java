package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenVerdict.RefreshableAfterExpiry;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts 4 and 5, and RFC 7519, section 4.1: every edge in time, to the millisecond. */
class TimeTest {

    private static final long LOGIN = 1_700_000_000;
    private static final Duration LIFETIME = Duration.ofDays(14); // 20160 minutes
    private static final Duration WINDOW = Duration.ofDays(28); // 40320 minutes
    private static final byte[] SECRET = TestKeys.secret(32);
    private static final TokenRules TOKENS = tokens().build();
    private static final TokenRules BEARER =
            TokenRules.issuedBy("ours").audience("api").build();

    private final SettableClock clock = SettableClock.atSecond(LOGIN);
    private final KeyRing keys = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256));

    @Test
    void aTokenHoldsUntilExpAndNotAtIt() {
        IssuedToken token = issue(TOKENS);
        assertThat(token.expiresAt()).isEqualTo(Instant.ofEpochSecond(LOGIN).plus(LIFETIME));
        assertThat(verifyAt(token.expiresAt().minusMillis(1), TOKENS, token)).isInstanceOf(VerifiedToken.class);
        assertThat(verifyAt(token.expiresAt(), TOKENS, token)).isInstanceOf(RefreshableAfterExpiry.class);
    }

    @Test
    void anExpiredTokenIsRefreshableUntilTheEndOfItsWindowAndNotAtIt() {
        IssuedToken token = issue(TOKENS);
        Instant end = Instant.ofEpochSecond(LOGIN).plus(WINDOW);
        assertThat(verifyAt(end.minusMillis(1), TOKENS, token)).isInstanceOf(RefreshableAfterExpiry.class);
        assertThat(reasonOf(verifyAt(end, TOKENS, token))).isEqualTo(Refusal.EXPIRED);
        assertThat(reasonOf(verifyAt(end.plus(Duration.ofDays(3650)), TOKENS, token)))
                .isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void withoutAWindowAnExpiredTokenIsNothingButExpired() {
        IssuedToken token = issue(BEARER);
        assertThat(verifyAt(token.expiresAt().minusMillis(1), BEARER, token)).isInstanceOf(VerifiedToken.class);
        assertThat(reasonOf(verifyAt(token.expiresAt(), BEARER, token))).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void refreshingDoesNotExtendTheWindow() {
        GenuineToken token = genuine(TOKENS, issue(TOKENS));
        Instant end = Instant.ofEpochSecond(LOGIN).plus(WINDOW);
        for (int i = 0; i < 27; i++) {
            clock.advance(Duration.ofDays(1));
            token = genuine(TOKENS, issuer(TOKENS).issueSuccessor(token, "u1", Map.of()));
            assertThat(token.issuedAt()).isEqualTo(Instant.ofEpochSecond(LOGIN));
        }
        IssuedToken last = issuer(TOKENS).issueSuccessor(token, "u1", Map.of());
        assertThat(last.expiresAt()).isAfter(end);
        clock.set(end.minusMillis(1));
        assertThat(genuine(TOKENS, last).isRefreshable()).isTrue();
        clock.set(end);
        assertThat(genuine(TOKENS, last)).isInstanceOf(VerifiedToken.class);
        assertThat(genuine(TOKENS, last).isRefreshable()).isFalse();
        assertThat(reasonOf(verifyAt(last.expiresAt(), TOKENS, last))).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void aSlidingWindowIsCountedAnewFromEveryRefresh() {
        TokenRules sliding = tokens().slidingRefreshWindow(WINDOW).build();
        IssuedToken first = issue(sliding);
        clock.advance(WINDOW.minusSeconds(1));
        IssuedToken second = issuer(sliding).issueSuccessor(genuine(sliding, first), "u1", Map.of());
        assertThat(second.issuedAt()).isEqualTo(clock.instant());
        clock.advance(WINDOW.minusSeconds(1));
        assertThat(genuine(sliding, second)).isInstanceOf(RefreshableAfterExpiry.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,false",
        "0,-1,true",
        "5000,4999,true",
        "5000,5000,false",
        "60000,59999,true",
        "60000,60000,false",
        "1,0,true"
    })
    void theLeewayAppliesToExpToTheMillisecond(long leeway, long millisAfterExp, boolean accepted) {
        TokenRules lenient =
                TokenRules.issuedBy("ours").leeway(Duration.ofMillis(leeway)).build();
        IssuedToken token = issue(lenient);
        TokenVerdict verdict = verifyAt(token.expiresAt().plusMillis(millisAfterExp), lenient, token);
        assertThat(verdict instanceof VerifiedToken).isEqualTo(accepted);
    }

    @Test
    void theLeewayDoesNotLengthenTheWindow() {
        TokenRules lenient = tokens().leeway(Duration.ofSeconds(60)).build();
        IssuedToken token = issue(lenient);
        Instant end = Instant.ofEpochSecond(LOGIN).plus(WINDOW);
        assertThat(verifyAt(end.minusMillis(1), lenient, token)).isInstanceOf(RefreshableAfterExpiry.class);
        assertThat(reasonOf(verifyAt(end, lenient, token))).isEqualTo(Refusal.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "iat,0,0,true", "iat,0,1,false", "iat,5000,5000,true", "iat,5000,5001,false",
        "nbf,0,0,true", "nbf,0,1,false", "nbf,5000,5000,true", "nbf,5000,5001,false",
        "lat,0,0,true", "lat,0,1,false", "lat,5000,5000,true", "lat,5000,5001,false"
    })
    void theLeewayAppliesToWhatIsStillToComeToTheMillisecond(
            String name, long leeway, long millisAhead, boolean accepted) {
        TokenRules lenient =
                TokenRules.issuedBy("ours").leeway(Duration.ofMillis(leeway)).build();
        long value = name.equals("lat") ? LOGIN * 1000 : LOGIN;
        String claims = "{\"iss\":\"ours\",\"sub\":\"u1\",\"jti\":\"j1\",\"exp\":" + (LOGIN + 600) + ",\"" + name
                + "\":" + value + (name.equals("iat") ? "}" : ",\"iat\":" + (LOGIN - 60) + "}");
        clock.set(Instant.ofEpochSecond(LOGIN).minusMillis(millisAhead));
        TokenVerdict verdict = verifier(lenient).verify(Forge.hs256("{\"alg\":\"HS256\"}", claims, SECRET));
        assertThat(verdict instanceof VerifiedToken).isEqualTo(accepted);
        if (!accepted) {
            assertThat(reasonOf(verdict)).isEqualTo(Refusal.NOT_YET_VALID);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,true", "0,-1,false", "5000,-5000,true", "5000,-5001,false"})
    void expLiesNoFurtherAheadThanTheLongestLifetimeAndTheLeeway(long leeway, long nowOffset, boolean accepted) {
        TokenRules capped = TokenRules.issuedBy("ours")
                .lifetime(Duration.ofMinutes(5))
                .longestLifetime(Duration.ofMinutes(10))
                .leeway(Duration.ofMillis(leeway))
                .build();
        String claims = "{\"iss\":\"ours\",\"sub\":\"u1\",\"jti\":\"j1\",\"iat\":" + (LOGIN - 60) + ",\"exp\":"
                + (LOGIN + 600) + "}";
        clock.set(Instant.ofEpochSecond(LOGIN).plusMillis(nowOffset));
        TokenVerdict verdict = verifier(capped).verify(Forge.hs256("{\"alg\":\"HS256\"}", claims, SECRET));
        assertThat(verdict instanceof VerifiedToken).isEqualTo(accepted);
        if (!accepted) {
            assertThat(reasonOf(verdict)).isEqualTo(Refusal.LIVES_TOO_LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 499, 500, 999})
    void aTokenHoldsFromTheVeryMillisecondInWhichItIsMade(long millisOfSecond) {
        clock.set(Instant.ofEpochSecond(LOGIN).plusMillis(millisOfSecond));
        IssuedToken token = issue(TOKENS);
        assertThat(genuine(TOKENS, token)).isInstanceOf(VerifiedToken.class);
        assertThat(token.loginAt()).isEqualTo(clock.instant());
    }

    @Test
    void aTokenThatSucceedsAnExpiredOneHoldsAgain() {
        IssuedToken token = issue(TOKENS);
        clock.set(token.expiresAt().plusSeconds(1));
        IssuedToken successor = issuer(TOKENS).issueSuccessor(genuine(TOKENS, token), "u1", Map.of());
        assertThat(genuine(TOKENS, successor)).isInstanceOf(VerifiedToken.class);
        assertThat(successor.expiresAt()).isEqualTo(clock.instant().plus(LIFETIME));
    }

    @Test
    void aTokenIsUselessAfterTheLaterOfExpAndWindow() {
        GenuineToken fresh = genuine(TOKENS, issue(TOKENS));
        assertThat(fresh.uselessAt()).isEqualTo(Instant.ofEpochSecond(LOGIN).plus(WINDOW));
        clock.advance(Duration.ofDays(27));
        GenuineToken late = genuine(TOKENS, issuer(TOKENS).issueSuccessor(fresh, "u1", Map.of()));
        assertThat(late.uselessAt()).isEqualTo(late.expiresAt());
        clock.set(Instant.ofEpochSecond(LOGIN));
        GenuineToken bearer = genuine(BEARER, issue(BEARER));
        assertThat(bearer.uselessAt()).isEqualTo(bearer.expiresAt());
    }

    @Test
    void theLeewayPostponesUselessness() {
        TokenRules lenient =
                TokenRules.issuedBy("ours").leeway(Duration.ofSeconds(7)).build();
        GenuineToken token = genuine(lenient, issue(lenient));
        assertThat(token.uselessAt()).isEqualTo(token.expiresAt().plusSeconds(7));
    }

    @Test
    void noInstantOverflows() {
        String claims = "{\"iss\":\"ours\",\"sub\":\"u1\",\"jti\":\"j1\",\"iat\":253402300799,\"exp\":253402300799,"
                + "\"nbf\":253402300799,\"lat\":253402300799999}";
        TokenRules longest = tokens().longestLifetime(Duration.ofDays(3660))
                .refreshWindow(Duration.ofDays(3660))
                .build();
        String token = Forge.hs256("{\"alg\":\"HS256\"}", claims, SECRET);
        assertThat(reasonOf(verifier(longest).verify(token))).isEqualTo(Refusal.NOT_YET_VALID);
        clock.set(Instant.ofEpochSecond(253_402_300_799L).plusMillis(999));
        assertThat(verifier(longest).verify(token)).isInstanceOf(RefreshableAfterExpiry.class);
    }

    private static TokenRules.Builder tokens() {
        return TokenRules.issuedBy("ours")
                .lifetime(LIFETIME)
                .refreshWindow(WINDOW)
                .numericSubjects()
                .alphanumericTokenIds();
    }

    private IssuedToken issue(TokenRules rules) {
        return issuer(rules).issue("u1", Map.of());
    }

    private TokenIssuer issuer(TokenRules rules) {
        return new TokenIssuer(keys, rules, clock, new SeededBytes(clock.millis()));
    }

    private TokenVerifier verifier(TokenRules rules) {
        return new TokenVerifier(keys, rules, clock);
    }

    private TokenVerdict verifyAt(Instant now, TokenRules rules, IssuedToken token) {
        clock.set(now);
        return verifier(rules).verify(token.reveal());
    }

    private GenuineToken genuine(TokenRules rules, IssuedToken token) {
        TokenVerdict verdict = verifier(rules).verify(token.reveal());
        assertThat(verdict).isInstanceOf(GenuineToken.class);
        return (GenuineToken) verdict;
    }

    private static Refusal reasonOf(TokenVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }
}
