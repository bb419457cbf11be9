package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.fixture.SuiteLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contracts, "Refresh": with reuse detection, a spent pair that comes back after more than 60 s kills its family. */
class ReuseDetectionTest {

    private final TestServer server = TestServer.with(
            settings -> settings.exchangePolicy(ExchangePolicy.strict().withReuseDetection()));
    private final Client spent = server.login();
    private final Client successor = server.granted(server.refreshKeys(spent));

    @Test
    void aSpentPairThatComesBackAfter60SecondsIsRefusedAndNothingDies() {
        server.clock().setMillis(TestServer.START + 60_000);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(successor)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aMillisecondLaterItsFamilyDies() {
        server.clock().setMillis(TestServer.START + 60_001);

        assertThat(server.refreshKeys(spent)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(successor)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(successor)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theFamilyDiesWhicheverOfItsPairsIsAliveByThen() {
        Client third = server.granted(server.refreshKeys(successor));
        server.clock().setMillis(TestServer.START + 60_001);
        server.refreshKeys(spent);

        assertThat(server.personal(third)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void theLogSaysOnceWhoseFamilyDied() {
        int before = SuiteLog.text().length();
        server.clock().setMillis(TestServer.START + 60_000);
        server.refreshKeys(spent);
        assertThat(SuiteLog.text().substring(before)).doesNotContain("has been revoked");

        server.clock().setMillis(TestServer.START + 60_001);
        server.refreshKeys(spent);
        server.refreshKeys(spent);
        assertThat(SuiteLog.text().substring(before))
                .containsOnlyOnce(
                        "WARN dev.keystile.event.AuthEvent - A spent credential came back, and its family has been"
                                + " revoked: FamilyRevoked[CAA, user \"1\", family ")
                .containsOnlyOnce("has been revoked");
    }

    @Test
    void aWrongSignatureOfTheSpentPairKillsNothing() {
        server.clock().setMillis(TestServer.START + 60_001);
        server.refreshKeys(Client.of(spent.apiKey(), successor.secretKey(), server.clock()));

        assertThat(server.personal(successor)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aSpentPairThatTriesToAuthenticateOrLogOutKillsNothing() {
        server.clock().setMillis(TestServer.START + 60_001);
        assertThat(server.personal(spent)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(spent)).isEqualTo(API_KEY_NOT_FOUND);

        assertThat(server.personal(successor)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void otherUsersAreNotTouched() {
        Client other = server.login(TestUsers.OTHER_MOBILE);
        server.clock().setMillis(TestServer.START + 60_001);
        server.refreshKeys(spent);

        assertThat(server.personal(other).isOk()).isTrue();
    }

    @Test
    void theUserCanLogInAfresh() {
        server.clock().setMillis(TestServer.START + 60_001);
        server.refreshKeys(spent);

        assertThat(server.personal(server.login())).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aSpentPairIsRememberedUntilItsOwnExpiryAndNoLonger() {
        server.clock().setMillis(TestServer.START + 1);
        Client third = server.granted(server.refreshKeys(successor));
        server.clock().setMillis(TestServer.START + Duration.ofDays(3).toMillis());
        server.refreshKeys(spent);

        assertThat(server.personal(third)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void reuseDetectionIsOffUnlessItIsTurnedOn() {
        TestServer strict = TestServer.standard();
        Client first = strict.login();
        Client second = strict.granted(strict.refreshKeys(first));
        strict.clock().setMillis(TestServer.START + 60_001);
        strict.refreshKeys(first);

        assertThat(strict.personal(second)).isEqualTo(TestServer.personalOfDemo());
    }
}
