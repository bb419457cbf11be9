package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.LOGGED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.LoginPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Logout, and the end of every login of a user. */
class RevocationTest {

    private final TestServer server = TestServer.with(settings -> settings.loginPolicy(LoginPolicy.independent(5)));
    private final Client phone = server.login();
    private final Client tablet = server.login();

    @Test
    void aPairThatWasLoggedOutWorksNowhere() {
        assertThat(server.logout(phone)).isEqualTo(LOGGED_OUT);

        assertThat(server.personal(phone)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(phone)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshToken(phone)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(phone)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aLogoutEndsItsOwnLoginAlone() {
        server.logout(phone);

        assertThat(server.personal(tablet)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aLoginAfterALogoutIssuesANewPair() {
        server.logout(phone);

        assertThat(server.login().apiKey()).isNotEqualTo(phone.apiKey());
    }

    @Test
    void aTypedLogoutTellsWhoLoggedOut() {
        assertThat(server.keys().logout(TestServer.LOGOUT, phone.authorization(TestServer.LOGOUT)))
                .isEqualTo(new LogoutResult.LoggedOut(TestUsers.DEMO));
    }

    @Test
    void revokingAllEndsEveryLoginOfTheUserAndTellsHowMany() {
        assertThat(server.keys().revokeAll(TestUsers.DEMO)).isEqualTo(2);

        assertThat(server.personal(phone)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(tablet)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void revokingAllCountsWhatIsAlive() {
        server.logout(phone);
        server.clock().advance(Duration.ofDays(3));

        assertThat(server.keys().revokeAll(TestUsers.DEMO)).isZero();
    }

    @Test
    void revokingAllLeavesOtherUsersAlone() {
        Client other = server.login(TestUsers.OTHER_MOBILE);
        server.keys().revokeAll(TestUsers.DEMO);

        assertThat(server.personal(other).isOk()).isTrue();
    }

    @Test
    void theUserCanLogInAgainAfterwards() {
        server.keys().revokeAll(TestUsers.DEMO);

        assertThat(server.personal(server.login())).isEqualTo(TestServer.personalOfDemo());
    }
}
