package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import org.junit.jupiter.api.Test;

/** That an exchange happens once, under the strict policy. */
interface ExchangingChapter extends StoreUnderTest {

    @Test
    default void anExchangeLetsTheSuccessorLive() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        StoredCredential successor = driver().refresh(pair, ExchangePolicy.strict(), NOW + 1);

        driver().assertLive(successor, NOW + 1);
    }

    @Test
    default void aSpentPairIsForgottenAtOnce() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().refresh(pair, ExchangePolicy.strict(), NOW + 1);

        driver().assertUnknown(pair, NOW + 1);
    }

    @Test
    default void aPairThatWasFoundBeforeIsUnknownOnceItIsSpent() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().assertLive(pair, NOW);

        driver().refresh(pair, ExchangePolicy.strict(), NOW);

        driver().assertUnknown(pair, NOW);
    }

    @Test
    default void aSpentPairIsUnknownToANodeWhoseClockIsBehind() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().refresh(pair, ExchangePolicy.strict(), NOW + 1000);

        driver().assertUnknown(pair, NOW);
    }

    @Test
    default void aSecondExchangeIsUnknownAndChangesNothing() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential winner = driver().refresh(pair, ExchangePolicy.strict(), NOW);
        StoredCredential loser = user.successorOf(pair, NOW);

        assertThat(exchange(pair, loser)).isEqualTo(new ExchangeResult.Unknown<>());
        driver().assertUnknown(loser, NOW);
        driver().assertLive(winner, NOW);
    }

    @Test
    default void whatNobodyIssuedCannotBeExchanged() {
        StoredCredential never = TestUser.unique().login(NOW);

        assertThat(driver().present(never, ExchangePolicy.strict(), NOW)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aPairCanBeExchangedInTheLastMillisecondBeforeItsExpiry() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        assertThat(driver().present(pair, ExchangePolicy.strict(), pair.expiresAtMillis() - 1))
                .isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @Test
    default void aPairCannotBeExchangedAtItsExpiry() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        assertThat(driver().present(pair, ExchangePolicy.strict(), pair.expiresAtMillis()))
                .isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aRevokedPairCannotBeExchanged() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().store().revoke(pair.user(), pair.family(), NOW);

        assertThat(driver().present(pair, ExchangePolicy.strict(), NOW)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aChainOfExchangesLeavesItsNewestPairAlone() {
        StoredCredential newest = driver().login(TestUser.unique(), NOW);

        for (int generation = 1; generation <= 20; generation++) {
            StoredCredential former = newest;
            newest = driver().refresh(former, ExchangePolicy.strict(), NOW + generation);
            driver().assertUnknown(former, NOW + generation);
        }

        assertThat(newest.generation()).isEqualTo(20);
        driver().assertLive(newest, NOW + 20);
    }

    @Test
    default void aSuccessorKeepsTheTimeOfItsLogin() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        StoredCredential successor = driver().refresh(pair, ExchangePolicy.strict(), NOW + 7);

        assertThat(successor.familyBegunAtMillis()).isEqualTo(NOW);
        driver().assertLive(successor, NOW + 7);
    }

    @Test
    default void aSuccessorWhoseLookupIsTakenFailsAndThePairStaysAlive() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential other = driver().login(user, NOW);
        StoredCredential taken = pair.successor(other.lookup(), pair.body(), NOW, pair.expiresAtMillis());

        assertThatThrownBy(() -> exchange(pair, taken)).isInstanceOf(StoreException.class);
        driver().assertLive(pair, NOW);
        driver().assertLive(other, NOW);
    }

    @Test
    default void aPairCannotSucceedItself() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential itself = pair.successor(pair.lookup(), pair.body(), NOW, pair.expiresAtMillis());

        assertThatThrownBy(() -> exchange(pair, itself)).isInstanceOf(StoreException.class);
        driver().assertLive(pair, NOW);
    }

    @Test
    default void aPairCannotBeExchangedForOneOfAnotherFamily() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential stranger = user.successorOf(user.login(NOW), NOW);

        assertThat(exchange(pair, stranger)).isEqualTo(new ExchangeResult.Unknown<>());
        driver().assertUnknown(stranger, NOW);
        driver().assertLive(pair, NOW);
    }

    @Test
    default void aPairCannotBeExchangedForOneTwoGenerationsOn() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential grandchild = user.successorOf(user.successorOf(pair, NOW), NOW);

        assertThat(exchange(pair, grandchild)).isEqualTo(new ExchangeResult.Unknown<>());
        driver().assertLive(pair, NOW);
    }

    private ExchangeResult<StoredCredential> exchange(StoredCredential pair, StoredCredential successor) {
        return driver().store().exchange(new Exchange(pair.lookup(), successor, ExchangePolicy.strict(), NOW));
    }
}
