package dev.keystile.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoredCredential;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Intents that fall together, from many threads; every history is checked for an order in which each is one instant. */
interface RacingChapter extends StoreUnderTest {

    /** How many logins may live in the races under {@code Independent}. */
    int MOST = 2;

    @Test
    default void ofManyRefreshesWithOnePairExactlyOneWins() {
        raceAllThreads(
                scene -> {
                    StoredCredential pair = scene.login();
                    scene.race(driver().threads(), caller -> caller.refresh(pair, ExchangePolicy.strict()));
                },
                record -> {
                    record.assertWinners(1);
                    record.assertSurvivors(1);
                });
    }

    @Test
    default void underGraceTheLosersOfARaceGetTheWinnersPair() {
        raceAllThreads(
                scene -> {
                    StoredCredential pair = scene.login();
                    scene.race(driver().threads(), caller -> caller.refresh(pair, GraceChapter.LENIENT));
                },
                record -> {
                    record.assertWinners(1);
                    record.assertRaced(driver().threads() - 1);
                });
    }

    @Test
    default void ofManyChainsOfRefreshesTheLastPairLives() {
        raceFourThreadsAUser(
                scene -> {
                    StoredCredential pair = scene.login();
                    scene.race(2, caller -> refreshOnAndOn(caller, pair, ExchangePolicy.strict()));
                    scene.race(2, caller -> refreshOnAndOn(caller, pair, GraceChapter.LENIENT));
                },
                RaceRecord::assertLastPairLives);
    }

    @Test
    default void underReuseDetectionARaceEndsNothing() {
        raceAllThreads(
                scene -> {
                    StoredCredential pair = scene.login();
                    scene.race(driver().threads(), caller -> caller.refresh(pair, ReuseChapter.WATCHFUL));
                },
                record -> {
                    record.assertWinners(1);
                    record.assertSurvivors(1);
                });
    }

    @Test
    default void noRefreshOutlivesALogout() {
        raceFourThreadsAUser(
                scene -> {
                    StoredCredential pair = scene.login();
                    scene.race(2, caller -> refreshOnAndOn(caller, pair, GraceChapter.LENIENT));
                    scene.race(1, caller -> caller.revokeFamilyOf(pair));
                    scene.race(1, caller -> refreshOnAndOn(caller, pair, ExchangePolicy.strict()));
                },
                record -> record.assertSurvivors(0));
    }

    @Test
    default void aRefreshAndALoginUnderReuseLeaveOnePair() {
        raceFourThreadsAUser(refreshesAgainstLogins(LoginPolicy.reuse()), record -> record.assertSurvivors(1));
    }

    @Test
    default void aRefreshAndALoginUnderReplaceLeaveOnePair() {
        raceFourThreadsAUser(refreshesAgainstLogins(LoginPolicy.replace()), record -> record.assertSurvivors(1));
    }

    @Test
    default void aRefreshAndALoginUnderIndependentLeaveAsManyPairsAsThePolicyAdmits() {
        raceFourThreadsAUser(
                refreshesAgainstLogins(LoginPolicy.independent(MOST)), record -> record.assertSurvivors(MOST));
    }

    @Test
    default void ofManyLoginsUnderReuseOneIsIssuedAndAllGetItsPair() {
        raceFourThreadsAUser(logins(LoginPolicy.reuse()), record -> {
            assertThat(record.issued()).hasSize(1);
            record.assertSurvivors(1);
        });
    }

    @Test
    default void ofManyLoginsUnderReplaceOnePairSurvives() {
        raceFourThreadsAUser(logins(LoginPolicy.replace()), record -> record.assertSurvivors(1));
    }

    @Test
    default void ofManyLoginsUnderIndependentAsManyPairsSurviveAsThePolicyAdmits() {
        raceFourThreadsAUser(logins(LoginPolicy.independent(MOST)), record -> record.assertSurvivors(MOST));
    }

    @Test
    default void aReaderSeesAnExchangeWhollyOrNotAtAll() {
        raceFourThreadsAUser(
                scene -> {
                    List<StoredCredential> chain = scene.chain(5);
                    scene.race(1, caller -> refreshAlong(caller, chain));
                    scene.race(3, reader(chain));
                },
                record -> record.assertWinners(4));
    }

    @Test
    default void aReaderSeesAReplacingLoginWhollyOrNotAtAll() {
        readersAgainst(LoginPolicy.replace());
    }

    @Test
    default void aReaderSeesAnEvictingLoginWhollyOrNotAtAll() {
        readersAgainst(LoginPolicy.independent(1));
    }

    @Test
    default void aReaderSeesAllLoginsRevokedOrNone() {
        raceFourThreadsAUser(
                scene -> {
                    StoredCredential first = scene.login();
                    StoredCredential second = scene.login();
                    scene.race(1, Caller::revokeAll);
                    scene.race(3, reader(List.of(first, second)));
                },
                record -> record.assertSurvivors(0));
    }

    @Test
    default void nothingThatLivedBeforeSurvivesTheRevocationOfAll() {
        raceFourThreadsAUser(
                scene -> {
                    StoredCredential first = scene.login();
                    StoredCredential second = scene.login();
                    scene.race(1, Caller::revokeAll);
                    scene.race(1, caller -> refreshOnAndOn(caller, first, GraceChapter.LENIENT));
                    scene.race(1, caller -> refreshOnAndOn(caller, second, ExchangePolicy.strict()));
                    scene.race(1, reader(List.of(first, second)));
                },
                record -> record.assertSurvivors(0));
    }

    @Test
    default void intentsOfEveryKindAtOnceFallInSomeOrder() {
        Random seeds = new Random(driver().seed());
        raceFourThreadsAUser(
                scene -> {
                    List<StoredCredential> held = List.of(scene.login(), scene.login());
                    for (int i = 0; i < 4; i++) {
                        scene.race(1, new RandomCalls(seeds.nextLong(), scene, held));
                    }
                },
                RaceRecord::assertInvariants);
    }

    private void readersAgainst(LoginPolicy policy) {
        raceFourThreadsAUser(
                scene -> {
                    StoredCredential first = scene.login();
                    StoredCredential second = scene.login();
                    StoredCredential candidate = scene.candidate();
                    scene.race(1, caller -> caller.logIn(candidate, policy));
                    scene.race(3, reader(List.of(first, second, candidate)));
                },
                record -> record.assertSurvivors(1));
    }

    private void raceAllThreads(Consumer<Scene> script, Consumer<RaceRecord> verdict) {
        new CredentialRace(driver()).ofAllThreads(script, verdict);
    }

    private void raceFourThreadsAUser(Consumer<Scene> script, Consumer<RaceRecord> verdict) {
        new CredentialRace(driver()).ofFourThreadsAUser(script, verdict);
    }

    private static Consumer<Scene> refreshesAgainstLogins(LoginPolicy policy) {
        return scene -> {
            StoredCredential pair = scene.login();
            scene.race(2, caller -> refreshOnAndOn(caller, pair, ExchangePolicy.strict()));
            scene.race(2, caller -> caller.logIn(scene.candidate(), policy));
        };
    }

    private static Consumer<Scene> logins(LoginPolicy policy) {
        return scene -> scene.race(4, caller -> {
            caller.logIn(scene.candidate(), policy);
            caller.logIn(scene.candidate(), policy);
        });
    }

    /** Looks for one after the other, again and again. */
    private static Consumer<Caller> reader(List<StoredCredential> credentials) {
        return caller -> {
            for (int i = 0; i < 4; i++) {
                credentials.forEach(credential -> caller.find(credential.lookup()));
            }
        };
    }

    /** Exchanges each pair of {@code chain} for the next. */
    private static void refreshAlong(Caller caller, List<StoredCredential> chain) {
        for (int i = 1; i < chain.size(); i++) {
            caller.refresh(chain.get(i - 1), chain.get(i), GraceChapter.LENIENT);
        }
    }

    /** Refreshes a few times, each time with what the caller holds by then. */
    private static void refreshOnAndOn(Caller caller, StoredCredential first, ExchangePolicy policy) {
        Optional<StoredCredential> held = Optional.of(first);
        for (int i = 0; i < 3; i++) {
            held = held.flatMap(pair -> caller.refresh(pair, policy));
        }
    }
}
