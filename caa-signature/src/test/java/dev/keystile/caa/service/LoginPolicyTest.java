package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.LoginPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contracts, "Login": what a second login does while a pair is still live. */
class LoginPolicyTest {

    @Test
    void reuseIsTheDefaultAndReturnsTheLivePairWithItsExpiryUnchanged() {
        TestServer server = TestServer.standard();
        Answer first = server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5);
        server.clock().advance(Duration.ofHours(71));

        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5))
                .isEqualTo(first);
    }

    @Test
    void reuseReturnsTheSuccessorOfARefresh() {
        TestServer server = TestServer.standard();
        Answer renewed = server.refreshKeys(server.login());

        assertThat(server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5))
                .isEqualTo(renewed);
    }

    @Test
    void reuseIssuesANewPairWhenTheOldOneHasExpired() {
        TestServer server = TestServer.standard();
        Client first = server.login();
        server.clock().advance(Duration.ofDays(3));

        assertThat(server.login().apiKey()).isNotEqualTo(first.apiKey());
    }

    @Test
    void reuseKeepsUsersApart() {
        TestServer server = TestServer.standard();

        assertThat(server.login(TestUsers.OTHER_MOBILE).apiKey())
                .isNotEqualTo(server.login().apiKey());
    }

    @Test
    void replaceIssuesANewPairAndTheOldOneDies() {
        TestServer server = TestServer.with(settings -> settings.loginPolicy(LoginPolicy.replace()));
        Client first = server.login();
        Client second = server.login();

        assertThat(server.personal(first)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(first)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(second)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void replaceLeavesOtherUsersAlone() {
        TestServer server = TestServer.with(settings -> settings.loginPolicy(LoginPolicy.replace()));
        Client other = server.login(TestUsers.OTHER_MOBILE);
        server.login();

        assertThat(server.personal(other).isOk()).isTrue();
    }

    @Test
    void independentKeepsAPairForEachLoginAndPastNTheOldestDies() {
        TestServer server = TestServer.with(settings -> settings.loginPolicy(LoginPolicy.independent(3)));
        List<Client> clients =
                Stream.generate(() -> loginAMillisecondLater(server)).limit(4).toList();

        assertThat(server.personal(clients.get(0))).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(clients.subList(1, 4))
                .allSatisfy(client -> assertThat(server.personal(client)).isEqualTo(TestServer.personalOfDemo()));
    }

    @Test
    void independentCountsALoginByItsBeginningHoweverOftenItWasRefreshed() {
        TestServer server = TestServer.with(settings -> settings.loginPolicy(LoginPolicy.independent(2)));
        Client oldest = loginAMillisecondLater(server);
        Client second = loginAMillisecondLater(server);
        Client oldestRenewed = server.granted(server.refreshKeys(oldest));
        loginAMillisecondLater(server);

        assertThat(server.personal(oldestRenewed)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.personal(second)).isEqualTo(TestServer.personalOfDemo());
    }

    private static Client loginAMillisecondLater(TestServer server) {
        server.clock().advance(Duration.ofMillis(1));
        return server.login();
    }
}
