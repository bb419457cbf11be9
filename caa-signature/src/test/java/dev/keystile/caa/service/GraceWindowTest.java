package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contracts, "Refresh": inside the grace window a spent pair, validly signed, gets the winner's new pair. */
class GraceWindowTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final TestServer server = TestServer.with(
            settings -> settings.exchangePolicy(ExchangePolicy.strict().withGraceWindow(WINDOW)));
    private final Client spent = server.login();
    private final Answer granted = server.refreshKeys(spent);
    private final Client successor = server.granted(granted);

    @Test
    void theSpentPairGetsTheIdenticalGrant() {
        assertThat(server.refreshKeys(spent)).isEqualTo(granted);
    }

    @Test
    void theOtherRefreshEndpointGrantsTheSamePairInItsOwnShape() {
        Answer answer = server.refreshToken(spent);

        assertThat(answer.json().text("apiKey")).isEqualTo(successor.apiKey());
        assertThat(answer.json().text("secretKey")).isEqualTo(successor.secretKey());
        assertThat(answer.body()).doesNotContain("expiresIn");
    }

    @Test
    void theWindowIsOpenInItsLastMillisecond() {
        server.clock().setMillis(TestServer.START + WINDOW.toMillis() - 1);

        assertThat(server.refreshKeys(spent)).isEqualTo(granted);
    }

    @Test
    void theWindowIsShutAtTheMillisecondOfItsEnd() {
        server.clock().setMillis(TestServer.START + WINDOW.toMillis());

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theSpentPairWorksNowhereElse() {
        assertThat(server.personal(spent)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(spent)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(successor)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aWrongSignatureOfTheSpentPairIsLikeAnyDeadKey() {
        Client forger = Client.of(spent.apiKey(), successor.secretKey(), server.clock());

        assertThat(server.refreshKeys(forger)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aSignatureOfTheSpentPairForAnotherActionIsLikeAnyDeadKey() {
        assertThat(server.refreshKeys(spent.authorization(TestServer.REFRESH_TOKEN)))
                .isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aWrongClockOfTheSpentPairIsLikeAnyDeadKey() {
        Client late = spent.at(Clock.offset(server.clock(), Duration.ofMinutes(-6)));

        assertThat(server.refreshKeys(late)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theWindowEndsWhenTheNewPairIsItselfRefreshed() {
        server.refreshKeys(successor);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theWindowEndsWhenTheNewPairIsLoggedOut() {
        server.logout(successor);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theWindowEndsWhenEveryLoginOfTheUserIsRevoked() {
        server.keys().revokeAll(TestUsers.DEMO);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void authenticatingWithTheNewPairClosesNothing() {
        server.personal(successor);

        assertThat(server.refreshKeys(spent)).isEqualTo(granted);
    }

    @Test
    void aLoserDoesNotProlongTheWindow() {
        server.clock().advance(Duration.ofSeconds(9));
        server.refreshKeys(spent);
        server.clock().advance(Duration.ofSeconds(1));

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theWindowIsOffUnlessItIsTurnedOn() {
        TestServer strict = TestServer.standard();
        Client client = strict.login();
        strict.refreshKeys(client);

        assertThat(strict.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
    }
}
