package dev.keystile.caa.service;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.fixture.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The contracts, "Refresh": of any number of concurrent refreshes with one pair, exactly one wins. */
class RefreshRaceTest {

    private static final int THREADS = 32;
    private static final int ROUNDS = 200;

    @AutoClose
    private final Race race = new Race();

    @Test
    void of32RefreshesAtOnceOneIsGrantedAndTheNextLoginReturnsItsPair() throws Exception {
        TestServer server = TestServer.standard();
        for (int round = 0; round < ROUNDS; round++) {
            Client client = server.login();

            List<Answer> answers = refreshAtOnce(server, client);

            List<Answer> granted = answers.stream().filter(Answer::isOk).toList();
            assertThat(granted).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.isOk())
                    .hasSize(THREADS - 1)
                    .containsOnly(API_KEY_NOT_FOUND);
            assertThat(server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5))
                    .isEqualTo(granted.get(0));
        }
    }

    @Test
    void insideTheGraceWindowAll32GetTheWinnersPairToTheByte() throws Exception {
        TestServer server = TestServer.with(
                settings -> settings.exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60))));
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = refreshAtOnce(server, server.login());

            assertThat(answers).allMatch(Answer::isOk);
            assertThat(answers).containsOnly(answers.get(0));
        }
    }

    /** R11: a logout that is answered with ok has ended whatever the refresh made; one that came too late is told so. */
    @Test
    void aRefreshThatRacesALogoutDoesNotOutliveIt() throws Exception {
        TestServer server = TestServer.standard();
        for (int round = 0; round < ROUNDS; round++) {
            Client client = server.login();

            List<Answer> answers = race.run(List.of(() -> server.refreshKeys(client), () -> server.logout(client)));

            Answer refresh = answers.get(0);
            boolean loggedOut = answers.get(1).equals(Answer.LOGGED_OUT);
            assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
            assertThat(refresh.isOk() && isAlive(server, refresh)).isEqualTo(!loggedOut);
        }
    }

    /** R13: a password change revokes all; a refresh at the same time doesn't outlive it. */
    @Test
    void aRefreshThatRacesARevocationOfAllLeavesNothingAlive() throws Exception {
        TestServer server = TestServer.standard();
        for (int round = 0; round < ROUNDS; round++) {
            Client client = server.login();

            List<Answer> answers = race.run(List.of(() -> server.refreshKeys(client), () -> revokeAllLogins(server)));

            assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
            assertThat(answers.get(0).isOk() && isAlive(server, answers.get(0))).isFalse();
        }
    }

    @Test
    void loginsAtOnceUnderReuseAllReturnOnePair() throws Exception {
        for (int round = 0; round < ROUNDS / 10; round++) {
            TestServer server = TestServer.standard();
            Callable<Answer> login = () -> server.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5);

            List<Answer> answers = race.run(Collections.nCopies(THREADS, login));

            assertThat(answers).allMatch(Answer::isOk);
            assertThat(answers).containsOnly(answers.get(0));
        }
    }

    private List<Answer> refreshAtOnce(TestServer server, Client client)
            throws InterruptedException, ExecutionException {
        List<String> authorization = client.authorization(TestServer.REFRESH_KEYS);
        return race.run(Collections.nCopies(THREADS, () -> server.refreshKeys(authorization)));
    }

    private static Answer revokeAllLogins(TestServer server) {
        server.keys().revokeAll(TestUsers.DEMO);
        return Answer.LOGGED_OUT;
    }

    private static boolean isAlive(TestServer server, Answer grant) {
        return server.personal(server.granted(grant)).isOk();
    }
}
