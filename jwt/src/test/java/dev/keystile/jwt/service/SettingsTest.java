package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryTokenLedger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that can't be meant are refused when the service is built, with what is wrong and what to do. */
class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "PT30S", "PT1M0.001S", "PT90S"})
    void theTimesOfTokensArePositiveWholeMinutes(Duration time) {
        assertThatThrownBy(() -> tokens().lifetime(time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lifetime")
                .hasMessageContaining("whole minutes");
        assertThatThrownBy(() -> tokens().refreshWindow(time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refresh window");
        assertThatThrownBy(() -> tokens().slidingRefreshWindow(time)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "P4000D"})
    void theLifetimeOfBearerTokensIsPositiveWholeSeconds(Duration time) {
        assertThatThrownBy(() -> bearer().lifetime(time).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lifetime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT60.001S", "PT5M"})
    void leewayIsAtMostAMinute(Duration leeway) {
        assertThatThrownBy(() -> tokens().leeway(leeway).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leeway");
        assertThatThrownBy(() -> bearer().leeway(leeway).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT0.999S", "P3660DT0.001S"})
    void aLoginLastsForASecondToTenYears(Duration longest) {
        assertThatThrownBy(() -> bearer().longestLogin(longest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(longest.toString());
    }

    @Test
    void theLongestLifetimeIsNoShorterThanTheLifetime() {
        assertThatThrownBy(() ->
                        tokens().acceptingLifetimesUpTo(Duration.ofDays(13)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longest lifetime");
    }

    @Test
    void aKeyThatCannotSignIssuesNothing() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyRing publicOnly = KeyRing.of(TokenKey.verifying(
                TokenAlgorithm.ES256, generator.generateKeyPair().getPublic()));

        assertThatThrownBy(() -> Tokens.builder(
                                publicOnly, TestServer.ISSUER, new InMemoryTokenLedger(), TestUsers.directory())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can only verify");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void issuerAndAudienceAreNamed(boolean namesIssuer) {
        assertThatThrownBy(() -> BearerTokens.builder(
                                HandMade.keys(),
                                namesIssuer ? TestServer.ISSUER : "",
                                namesIssuer ? "" : TestServer.AUDIENCE,
                                new InMemoryTokenLedger(),
                                TestUsers.directory())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(namesIssuer ? "audience" : "issuer");
    }

    private static TokensBuilder tokens() {
        return Tokens.builder(HandMade.keys(), TestServer.ISSUER, new InMemoryTokenLedger(), TestUsers.directory());
    }

    private static BearerTokensBuilder bearer() {
        return BearerTokens.builder(
                HandMade.keys(),
                TestServer.ISSUER,
                TestServer.AUDIENCE,
                new InMemoryTokenLedger(),
                TestUsers.directory());
    }
}
