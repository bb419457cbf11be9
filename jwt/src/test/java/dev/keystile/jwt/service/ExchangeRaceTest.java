package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.HandMade.claimsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.Answer;
import dev.keystile.fixture.Race;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "one exchange wins": of any number at once with one token, whatever runs beside them. */
class ExchangeRaceTest {

    private static final int THREADS = 32;
    private static final int ROUNDS = 150;

    @AutoClose
    private final Race race = new Race();

    @ParameterizedTest
    @EnumSource
    void of32ExchangesAtOnceOneIsGrantedAndItsTokenHolds(Dialect dialect) throws Exception {
        TestServer server = TestServer.standard();
        for (int round = 0; round < ROUNDS; round++) {
            String token = dialect.login(server);

            List<Answer> answers = race.run(Collections.nCopies(THREADS, () -> dialect.exchange(server, token)));

            List<Answer> granted = answers.stream().filter(dialect::isGrant).toList();
            assertThat(granted).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !dialect.isGrant(answer))
                    .hasSize(THREADS - 1)
                    .containsOnly(dialect.refusal());
            assertThat(isGood(dialect, server, dialect.granted(granted.get(0)))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void insideTheGraceWindowAll32GetTheWinnersTokenToTheByte(Dialect dialect) throws Exception {
        TestServer server =
                TestServer.setup().graceWindow(Duration.ofSeconds(60)).start();
        for (int round = 0; round < ROUNDS; round++) {
            String token = dialect.login(server);

            List<Answer> answers = race.run(Collections.nCopies(THREADS, () -> dialect.exchange(server, token)));

            assertThat(answers).allMatch(dialect::isGrant).containsOnly(answers.get(0));
            assertThat(isGood(dialect, server, dialect.granted(answers.get(0)))).isTrue();
        }
    }

    /** Every thread goes on with what it was granted: at any time one token of the family is good, and in the end one is. */
    @ParameterizedTest
    @EnumSource
    void aChainThatManyPullAtHasOneGoodEnd(Dialect dialect) throws Exception {
        TestServer server =
                TestServer.setup().graceWindow(Duration.ofSeconds(60)).start();
        for (int round = 0; round < ROUNDS / 5; round++) {
            String token = dialect.login(server);

            List<List<String>> chains =
                    race.run(Collections.nCopies(THREADS / 4, () -> chainFrom(dialect, server, token)));

            List<String> everything =
                    chains.stream().flatMap(List::stream).distinct().toList();
            assertThat(everything)
                    .filteredOn(each -> isGood(dialect, server, each))
                    .hasSize(1);
            assertThat(everything)
                    .extracting(each -> claimsOf(each).get("fam"))
                    .containsOnly(claimsOf(token).get("fam"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingSurvivesALogoutThatRacesExchanges(Dialect dialect) throws Exception {
        againstEndings(dialect, (server, token) -> dialect.revoke(server, token));
    }

    @ParameterizedTest
    @EnumSource
    void nothingSurvivesARevocationOfAllThatRacesExchanges(Dialect dialect) throws Exception {
        againstEndings(dialect, (server, token) -> {
            dialect.revokeAll(server, TestUsers.DEMO);
            return true;
        });
    }

    private void againstEndings(Dialect dialect, Ending ending) throws Exception {
        TestServer server =
                TestServer.setup().graceWindow(Duration.ofSeconds(60)).start();
        for (int round = 0; round < ROUNDS; round++) {
            String token = dialect.login(server);
            List<Callable<List<String>>> contestants = new ArrayList<>();
            contestants.add(() -> ending.of(server, token) ? List.of() : List.of("not ended"));
            contestants.addAll(Collections.nCopies(3, () -> chainFrom(dialect, server, token)));

            List<List<String>> chains = race.run(contestants);

            assertThat(chains.get(0)).isEmpty();
            assertThat(chains.stream().flatMap(List::stream))
                    .noneMatch(each -> isGood(dialect, server, each))
                    .noneMatch(each -> dialect.isGrant(dialect.exchange(server, each)));
            server.clock().advance(Duration.ofMillis(1));
        }
    }

    /** The token and what it is exchanged for, three times on, as far as it is granted. */
    private static List<String> chainFrom(Dialect dialect, TestServer server, String token) {
        List<String> chain = new ArrayList<>(List.of(token));
        for (int i = 0; i < 3; i++) {
            Answer answer = dialect.exchange(server, chain.get(chain.size() - 1));
            if (dialect.isGrant(answer)) {
                chain.add(dialect.granted(answer));
            }
        }
        return chain;
    }

    private static boolean isGood(Dialect dialect, TestServer server, String token) {
        return dialect.verify(server, token) instanceof TokenCaller;
    }

    private interface Ending {

        /** Ends the login of {@code token}; whether there was something to end. */
        boolean of(TestServer server, String token);
    }
}
