package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoredCredential;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The grace window: who gets the winner's successor, and until when. */
interface GraceChapter extends StoreUnderTest {

    /** The length of the window in these tests. */
    long GRACE = 10_000;

    /** A window and nothing else. */
    ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(Duration.ofMillis(GRACE));

    @Test
    default void theLoserOfARaceGetsTheWinnersVerySuccessor() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW);

        assertRaced(pair, successor, NOW);
    }

    @Test
    default void theLosersOwnSuccessorNeverLives() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        driver().refresh(pair, LENIENT, NOW);
        StoredCredential lost = user.successorOf(pair, NOW);

        driver().store().exchange(new Exchange(pair.lookup(), lost, LENIENT, NOW));

        driver().assertUnknown(lost, NOW);
    }

    @Test
    default void aSpentPairIsFoundAsSpentInsideTheWindow() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, LENIENT, NOW);

        driver().assertSpent(pair, NOW + GRACE - 1);
    }

    @Test
    default void theWindowIsOpenInItsLastMillisecond() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW);

        assertRaced(pair, successor, NOW + GRACE - 1);
    }

    @Test
    default void theWindowIsShutAtItsEnd() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, LENIENT, NOW);

        assertUnknown(pair, LENIENT, NOW + GRACE);
    }

    @Test
    default void aSpentPairIsForgottenAtTheEndOfTheWindow() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, LENIENT, NOW);

        driver().assertUnknown(pair, NOW + GRACE);
    }

    @Test
    default void theLongestWindowIsSixtySeconds() {
        ExchangePolicy longest = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, longest, NOW);

        assertThat(driver().present(pair, longest, NOW + 59_999)).isEqualTo(new ExchangeResult.Raced<>(successor));
        assertUnknown(pair, longest, NOW + 60_000);
    }

    @Test
    default void aClockThatIsBehindTheExchangeIsInsideTheWindow() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW + 5_000);

        assertRaced(pair, successor, NOW);
    }

    @Test
    default void noWindowOutlivesTheSpentPairsOwnExpiry() {
        StoredCredential pair = driver().login(TestUser.unique().login(NOW, NOW + 100));
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW);

        assertRaced(pair, successor, NOW + 99);
        driver().assertUnknown(pair, NOW + 100);
        assertUnknown(pair, LENIENT, NOW + 100);
    }

    @Test
    default void theWindowEndsWhenTheSuccessorIsExchanged() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW);
        StoredCredential third = driver().refresh(successor, LENIENT, NOW + 1);

        assertUnknown(pair, LENIENT, NOW + 2);
        assertRaced(successor, third, NOW + 2);
    }

    @Test
    default void theWindowEndsWhenTheSuccessorIsRevoked() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, LENIENT, NOW);

        driver().store().revoke(pair.user(), pair.family(), NOW + 1);

        assertUnknown(pair, LENIENT, NOW + 1);
    }

    @Test
    default void theWindowEndsWhenTheSuccessorExpires() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        driver().refresh(pair, user.successorOf(pair, NOW, NOW + 5), LENIENT, NOW);

        assertUnknown(pair, LENIENT, NOW + 5);
    }

    @Test
    default void authenticatingWithTheSuccessorLeavesTheWindowOpen() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, LENIENT, NOW);

        driver().assertLive(successor, NOW + 1);

        assertRaced(pair, successor, NOW + 1);
    }

    @Test
    default void aStrictPolicyAnswersNoSpentPairThoughItIsRemembered() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, LENIENT, NOW);

        assertUnknown(pair, ExchangePolicy.strict(), NOW + 1);
    }

    @Test
    default void aPairThatWasSpentUnderAStrictPolicyIsUnknownToALenientOne() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, ExchangePolicy.strict(), NOW);

        assertUnknown(pair, LENIENT, NOW);
    }

    private void assertRaced(StoredCredential pair, StoredCredential successor, long nowMillis) {
        assertThat(driver().present(pair, LENIENT, nowMillis)).isEqualTo(new ExchangeResult.Raced<>(successor));
    }

    private void assertUnknown(StoredCredential pair, ExchangePolicy policy, long nowMillis) {
        assertThat(driver().present(pair, policy, nowMillis)).isEqualTo(new ExchangeResult.Unknown<>());
    }
}
