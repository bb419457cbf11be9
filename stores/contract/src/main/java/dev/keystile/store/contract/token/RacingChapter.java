package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.GraceChapter.LENIENT;
import static dev.keystile.store.contract.token.LedgerDriver.NOW;
import static dev.keystile.store.contract.token.ReuseChapter.WATCHFUL;
import static dev.keystile.store.contract.token.SpendingChapter.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.TokenReference;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Intents that fall together, from many threads; every history is checked for an order in which each is one instant. */
interface RacingChapter extends LedgerUnderTest {

    /** So long after an exchange that the return of the spent token is a theft. */
    long LATE = NOW + ReuseChapter.SOON + 1;

    @Test
    default void ofManyExchangesOfOneTokenExactlyOneWins() {
        race().ofAllThreads(
                        scene -> scene.race(driver().threads(), caller -> caller.exchange(scene.token(), STRICT, NOW)),
                        record -> {
                            record.assertAnswers(ExchangeResult.Exchanged.class, 1);
                            record.assertAnswers(ExchangeResult.Unknown.class, driver().threads() - 1);
                            record.assertSurvivors(1);
                        });
    }

    @Test
    default void underGraceTheLosersOfARaceGetTheWinnersSuccessor() {
        race().ofAllThreads(
                        scene -> scene.race(
                                driver().threads(),
                                caller -> assertThat(caller.exchange(scene.token(), LENIENT, NOW))
                                        .isPresent()),
                        record -> {
                            record.assertAnswers(ExchangeResult.Exchanged.class, 1);
                            record.assertAnswers(ExchangeResult.Raced.class, driver().threads() - 1);
                            record.assertSurvivors(1);
                        });
    }

    @Test
    default void ofManyChainsOfExchangesTheLastTokenIsGood() {
        race().ofFourThreadsALogin(
                        scene -> {
                            scene.race(2, exchangeOnAndOn(scene.token(), STRICT));
                            scene.race(2, exchangeOnAndOn(scene.token(), LENIENT));
                        },
                        record -> record.assertSurvivors(1));
    }

    @Test
    default void underReuseDetectionARaceEndsNothing() {
        race().ofAllThreads(
                        scene ->
                                scene.race(driver().threads(), caller -> caller.exchange(scene.token(), WATCHFUL, NOW)),
                        record -> {
                            record.assertAnswers(ExchangeResult.Exchanged.class, 1);
                            record.assertAnswers(ExchangeResult.Reused.class, driver().threads() - 1);
                            record.assertSurvivors(1);
                        });
    }

    @Test
    default void ofManyLateReturnsOneEndsTheFamily() {
        new TokenRace(driver(), LATE)
                .ofAllThreads(
                        scene -> {
                            scene.exchanged(scene.token(), WATCHFUL, NOW);
                            scene.race(driver().threads(), caller -> caller.exchange(scene.token(), WATCHFUL, LATE));
                        },
                        record -> {
                            record.assertAnswers(ExchangeResult.Reused.class, 1);
                            record.assertSurvivors(0);
                        });
    }

    @Test
    default void noExchangeOutlivesATheft() {
        new TokenRace(driver(), LATE)
                .ofFourThreadsALogin(
                        scene -> {
                            TokenReference successor = scene.exchanged(scene.token(), WATCHFUL, NOW);
                            scene.race(1, caller -> caller.exchange(scene.token(), WATCHFUL, LATE));
                            scene.race(3, caller -> exchangeOnAndOn(caller, successor, LENIENT, LATE));
                        },
                        record -> record.assertSurvivors(0));
    }

    @Test
    default void noExchangeOutlivesALogout() {
        race().ofFourThreadsALogin(
                        scene -> {
                            scene.race(2, exchangeOnAndOn(scene.token(), LENIENT));
                            scene.race(1, caller -> caller.revokeFamilyOf(scene.token(), NOW));
                            scene.race(1, exchangeOnAndOn(scene.token(), STRICT));
                        },
                        record -> record.assertSurvivors(0));
    }

    @Test
    default void noExchangeOutlivesTheRevocationOfEveryLogin() {
        race().ofFourThreadsALogin(
                        scene -> {
                            scene.race(2, exchangeOnAndOn(scene.token(), LENIENT));
                            scene.race(1, caller -> caller.revokeLoginsOf(scene.token(), NOW));
                            scene.race(1, exchangeOnAndOn(scene.token(), STRICT));
                        },
                        record -> record.assertSurvivors(0));
    }

    @Test
    default void ofManyExchangesAndLogoutsAtOnceNothingSurvives() {
        race().ofAllThreads(
                        scene -> {
                            scene.race(driver().threads() - 2, caller -> caller.exchange(scene.token(), STRICT, NOW));
                            scene.race(1, caller -> caller.revokeFamilyOf(scene.token(), NOW));
                            scene.race(1, caller -> caller.revokeLoginsOf(scene.token(), NOW));
                        },
                        record -> record.assertSurvivors(0));
    }

    @Test
    default void aReaderSeesATokenGoFromGoodToSpentToRevokedAndNeverBack() {
        race().ofFourThreadsALogin(
                        scene -> {
                            scene.race(1, caller -> {
                                caller.exchange(scene.token(), STRICT, NOW);
                                caller.revokeFamilyOf(scene.token(), NOW);
                            });
                            scene.race(1, caller -> caller.revokeLoginsOf(scene.token(), NOW));
                            scene.race(2, caller -> {
                                for (int i = 0; i < 8; i++) {
                                    caller.ask(scene.token(), NOW);
                                }
                            });
                        },
                        record -> record.assertSurvivors(0));
    }

    private TokenRace race() {
        return new TokenRace(driver(), NOW);
    }

    private static Consumer<TokenCaller> exchangeOnAndOn(TokenReference first, ExchangePolicy policy) {
        return caller -> exchangeOnAndOn(caller, first, policy, NOW);
    }

    /** Exchanges a few times, each time what the caller holds by then. */
    private static void exchangeOnAndOn(
            TokenCaller caller, TokenReference first, ExchangePolicy policy, long nowMillis) {
        Optional<TokenReference> held = Optional.of(first);
        for (int i = 0; i < 3; i++) {
            held = held.flatMap(token -> caller.exchange(token, policy, nowMillis));
        }
    }
}
