package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pairs live for three days unless told otherwise, and end to the millisecond. */
class ExpiryTest {

    private static final long THREE_DAYS = Duration.ofDays(3).toMillis();

    private final TestServer server = TestServer.standard();
    private final Client client = server.login();

    @Test
    void aPairLivesInTheLastMillisecondBeforeItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS - 1);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aPairIsRenewedInTheLastMillisecondBeforeItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS - 1);

        assertThat(server.refreshKeys(client).json().number("expiresIn"))
                .isEqualTo(TestServer.START + 2 * THREE_DAYS - 1);
    }

    @Test
    void aPairIsDeadAtTheMillisecondOfItsExpiry() {
        server.clock().setMillis(TestServer.START + THREE_DAYS);

        assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(client)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aClockThatJumpsBackLeavesThePairAlive() {
        server.clock().setMillis(TestServer.START - THREE_DAYS);

        assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void theLifetimeIsWhatItWasSetTo() {
        TestServer brief = TestServer.with(settings -> settings.lifetime(Duration.ofSeconds(1)));
        Client shortLived = brief.login();
        brief.clock().setMillis(TestServer.START + 999);
        assertThat(brief.personal(shortLived)).isEqualTo(TestServer.personalOfDemo());

        brief.clock().setMillis(TestServer.START + 1_000);
        assertThat(brief.personal(shortLived)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aLoginThatKeepsRefreshingLastsForAsLongAsItIsRefreshed() {
        Client held = client;
        for (int days = 2; days <= 40; days += 2) {
            server.clock().setMillis(TestServer.START + Duration.ofDays(days).toMillis());
            held = server.granted(server.refreshKeys(held));
        }

        assertThat(server.personal(held)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void theLastPairOfALoginThatMayOnlyLastSoLongExpiresAtItsEnd() {
        TestServer brief = TestServer.with(settings -> settings.longestLogin(Duration.ofDays(4)));
        Client first = brief.login();
        brief.clock().setMillis(TestServer.START + Duration.ofDays(2).toMillis());

        assertThat(brief.refreshKeys(first).json().number("expiresIn"))
                .isEqualTo(TestServer.START + Duration.ofDays(4).toMillis());
    }

    @Test
    void aPairNeverLivesLongerThanALoginMay() {
        TestServer brief = TestServer.with(settings -> settings.longestLogin(Duration.ofHours(1)));
        Client first = brief.login();
        brief.clock().setMillis(TestServer.START + Duration.ofHours(1).toMillis());

        assertThat(brief.personal(first)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aPairFromBeforeThatSettingLivesOutItsLifetimeAndIsNotRefreshed() {
        InMemoryCredentialStore store = new InMemoryCredentialStore();
        TestServer endless = TestServer.over(store, TestUsers.directory(), settings -> settings);
        TestServer brief =
                TestServer.over(store, TestUsers.directory(), settings -> settings.longestLogin(Duration.ofDays(1)));
        Client held = endless.login();
        brief.clock().setMillis(TestServer.START + Duration.ofDays(1).toMillis());

        assertThat(brief.personal(held.at(brief.clock()))).isEqualTo(TestServer.personalOfDemo());
        assertThat(brief.refreshKeys(held.at(brief.clock()))).isEqualTo(API_KEY_NOT_FOUND);
    }
}
