package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.SignedEndpoint;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts, "Order of checks": a user who is gone or disabled is {@code user not found}, and the pair is revoked. */
class UserGoneTest {

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.over(
            users,
            settings -> settings.exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10))));
    private final Client client = server.login();

    @ParameterizedTest
    @EnumSource
    void aUserWhoIsGoneIsNotFoundWhateverTheRequest(SignedEndpoint endpoint) {
        users.remove(TestUsers.DEMO);

        assertThat(endpoint.send(server, client)).isEqualTo(USER_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoIsDisabledIsNotFoundWhateverTheRequest(SignedEndpoint endpoint) {
        disable(true);

        assertThat(endpoint.send(server, client)).isEqualTo(USER_NOT_FOUND);
    }

    @Test
    void thePairIsRevokedAndStaysSoWhenTheUserComesBack() {
        disable(true);
        server.personal(client);
        disable(false);

        assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aPairThatNobodyPresentedMeanwhileLivesOnWhenTheUserComesBack() {
        disable(true);
        disable(false);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aWrongSignatureDoesNotRevokeThePairOfAUserWhoIsGone() {
        disable(true);
        server.personal(Client.of(client.apiKey(), client.apiKey(), server.clock()));
        disable(false);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    /** A spent pair is told the same as any dead key, inside the grace window too; its family dies all the same. */
    @Test
    void aSpentPairOfAUserWhoIsGoneIsADeadKeyAndItsSuccessorDies() {
        Client successor = server.granted(server.refreshKeys(client));
        disable(true);

        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);

        disable(false);
        assertThat(server.personal(successor)).isEqualTo(API_KEY_NOT_FOUND);
    }

    private void disable(boolean disabled) {
        users.put(
                TestUsers.account(TestUsers.DEMO, "demo", disabled, TestUsers.hash()),
                TestUsers.DEMO_MOBILE,
                List.of());
    }
}
