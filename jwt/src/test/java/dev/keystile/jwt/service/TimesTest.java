package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.HandMade.altered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONTRACTS, "JWT": every time, to the millisecond. The login is at a full second, so that {@code iat} is its very instant. */
class TimesTest {

    private static final long SECOND = TestServer.START / 1000;
    private static final Duration WINDOW = TOKENS.exchangeable();
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final TestServer server = TestServer.standard();

    @ParameterizedTest
    @EnumSource
    void aTokenHoldsUntilItsLastMillisecondAndNotAtItsEnd(Dialect dialect) {
        String token = dialect.login(server);

        at(dialect.lifetime().minusMillis(1));
        assertThat(dialect.verify(server, token)).isInstanceOf(TokenCaller.class);
        at(dialect.lifetime());
        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.EXPIRED);
        at(dialect.lifetime().plusDays(3650));
        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20160 * 60_000L - 1, 20160 * 60_000L, 20160 * 60_000L + 1, 40320 * 60_000L - 1})
    void aTokenOfTokensMayBeExchangedUntilItsWindowEndsExpiredOrNot(long afterLogin) {
        String token = TOKENS.login(server);

        at(Duration.ofMillis(afterLogin));

        assertThat(TOKENS.personal(server, TOKENS.successor(server, token)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3_600_000, 365 * 86_400_000L})
    void aTokenOfTokensCannotBeExchangedFromTheEndOfItsWindowOn(long afterEnd) {
        String token = TOKENS.login(server);

        at(WINDOW.plusMillis(afterEnd));

        assertThat(TOKENS.exchangeTyped(server, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void aBearerTokenMayBeExchangedWhileItHoldsAndNotAtItsEnd() {
        String token = BEARER.login(server);
        String other = BEARER.login(server);

        at(BEARER.lifetime().minusMillis(1));
        assertThat(BEARER.exchangeTyped(server, token)).isInstanceOf(TokenGrant.class);
        at(BEARER.lifetime());
        assertThat(BEARER.exchangeTyped(server, other)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void exchangesDoNotExtendTheWindow() {
        String latest = TOKENS.login(server);
        for (int day = 1; day < 28; day++) {
            at(Duration.ofDays(day));
            latest = TOKENS.successor(server, latest);
        }

        at(WINDOW.minusMillis(1));
        latest = TOKENS.successor(server, latest);
        at(WINDOW);

        assertThat(TOKENS.exchangeTyped(server, latest)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatMayOnlyLastSoLongIsNotExchangedAtItsEnd(Dialect dialect) {
        TestServer brief = TestServer.setup()
                .tokens(settings ->
                        settings.slidingRefreshWindow(Duration.ofDays(28)).longestLogin(Duration.ofHours(1)))
                .bearer(settings -> settings.longestLogin(Duration.ofHours(1)))
                .start();
        String latest = dialect.login(brief);
        for (int minutes = 20; minutes < 60; minutes += 20) {
            brief.clock()
                    .setMillis(TestServer.START + Duration.ofMinutes(minutes).toMillis());
            latest = dialect.successor(brief, latest);
        }

        brief.clock().setMillis(TestServer.START + Duration.ofHours(1).toMillis() - 1);
        latest = dialect.successor(brief, latest);
        brief.clock().setMillis(TestServer.START + Duration.ofHours(1).toMillis());

        assertThat(dialect.exchangeTyped(brief, latest)).isEqualTo(TokenRefusal.EXPIRED);
        assertThat(dialect.verify(brief, latest)).isInstanceOf(TokenCaller.class);
    }

    @Test
    void aTokenThatOutlivesItsWindowStillHolds() {
        String token = TOKENS.login(server);
        at(WINDOW.minusMillis(1));
        String last = TOKENS.successor(server, token);

        at(WINDOW.plus(TOKENS.lifetime()).minusSeconds(1).minusMillis(1));
        assertThat(TOKENS.verify(server, last)).isInstanceOf(TokenCaller.class);
        at(WINDOW.plus(TOKENS.lifetime()).minusSeconds(1));
        assertThat(TOKENS.verify(server, last)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void whereTheWindowSlidesWhoKeepsComingBackIsNeverLoggedOut() {
        TestServer sliding = TestServer.setup()
                .tokens(settings -> settings.slidingRefreshWindow(Duration.ofDays(28)))
                .start();
        String latest = TOKENS.login(sliding);

        for (int month = 1; month <= 24; month++) {
            sliding.clock().advance(Duration.ofDays(28).minusSeconds(1));
            latest = TOKENS.successor(sliding, latest);
        }
        sliding.clock().advance(Duration.ofDays(28));

        assertThat(TOKENS.exchangeTyped(sliding, latest)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void leewayLetsATokenHoldThatMuchLongerToTheMillisecond(Dialect dialect) {
        TestServer lenient = lenient();
        String token = dialect.login(lenient);

        at(lenient, dialect.lifetime().plus(LEEWAY).minusMillis(1));
        assertThat(dialect.verify(lenient, token)).isInstanceOf(TokenCaller.class);
        at(lenient, dialect.lifetime().plus(LEEWAY));
        assertThat(dialect.verify(lenient, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void leewayDoesNotLengthenTheWindow() {
        TestServer lenient = lenient();
        String token = TOKENS.login(lenient);

        at(lenient, WINDOW);

        assertThat(TOKENS.exchangeTyped(lenient, token)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @Test
    void leewayLetsABearerTokenBeExchangedAsLongAsItHolds() {
        TestServer lenient = lenient();
        String token = BEARER.login(lenient);
        String other = BEARER.login(lenient);

        at(lenient, BEARER.lifetime().plus(LEEWAY).minusMillis(1));
        assertThat(BEARER.exchangeTyped(lenient, token)).isInstanceOf(TokenGrant.class);
        at(lenient, BEARER.lifetime().plus(LEEWAY));
        assertThat(BEARER.exchangeTyped(lenient, other)).isEqualTo(TokenRefusal.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void aTokenThatIsYetToComeIsRefusedUntilItsSecond(String claim) {
        String token = altered(TOKENS.login(server), Map.of(claim, SECOND + 10));

        at(Duration.ofSeconds(10).minusMillis(1));
        assertThat(TOKENS.verify(server, token)).isEqualTo(TokenRefusal.INVALID);
        assertThat(TOKENS.exchangeTyped(server, token)).isEqualTo(TokenRefusal.INVALID);
        at(Duration.ofSeconds(10));
        assertThat(TOKENS.verify(server, token)).isInstanceOf(TokenCaller.class);
    }

    /** A node whose clock is behind that of the node that issued. */
    @ParameterizedTest
    @EnumSource
    void leewayLetsATokenBeginThatMuchEarlierToTheMillisecond(Dialect dialect) {
        TestServer lenient = lenient();
        String token = dialect.login(lenient);

        at(lenient, LEEWAY.negated());
        assertThat(dialect.verify(lenient, token)).isInstanceOf(TokenCaller.class);
        at(lenient, LEEWAY.negated().minusMillis(1));
        assertThat(dialect.verify(lenient, token)).isEqualTo(TokenRefusal.INVALID);
    }

    @ParameterizedTest
    @EnumSource
    void anExpiryFurtherAheadThanTheLifetimeIsNotBelieved(Dialect dialect) {
        String token = dialect.login(server);
        long cap = SECOND + dialect.lifetime().toSeconds();

        assertThat(dialect.verify(server, altered(token, Map.of("exp", cap)))).isInstanceOf(TokenCaller.class);
        assertThat(dialect.verify(server, altered(token, Map.of("exp", cap + 1))))
                .isEqualTo(TokenRefusal.INVALID);
        assertThat(dialect.exchangeTyped(server, altered(token, Map.of("exp", cap + 1))))
                .isEqualTo(TokenRefusal.INVALID);
    }

    private static TestServer lenient() {
        return TestServer.setup().both(settings -> settings.leeway(LEEWAY)).start();
    }

    private void at(Duration afterLogin) {
        at(server, afterLogin);
    }

    private static void at(TestServer server, Duration afterLogin) {
        server.clock().setMillis(TestServer.START + afterLogin.toMillis());
    }
}
