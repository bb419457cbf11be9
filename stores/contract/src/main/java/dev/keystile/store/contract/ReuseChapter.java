package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoredCredential;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reuse detection: what a spent pair that comes back does to its family. */
interface ReuseChapter extends StoreUnderTest {

    /** More than this has to pass before the return of a spent pair is a theft. */
    long SOON = 60_000;

    /** Reuse detection and nothing else. */
    ExchangePolicy WATCHFUL = ExchangePolicy.strict().withReuseDetection();

    @Test
    default void aSpentPairIsRememberedInTheLastMillisecondBeforeItsExpiry() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, WATCHFUL, NOW);

        driver().assertSpent(pair, pair.expiresAtMillis() - 1);
    }

    @Test
    default void aSpentPairIsForgottenAtItsOwnExpiry() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, WATCHFUL, NOW + 1);

        driver().assertUnknown(pair, pair.expiresAtMillis());
        assertThat(driver().present(pair, WATCHFUL, pair.expiresAtMillis())).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aReturnWithinSixtySecondsIsToldAndEndsNothing() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, WATCHFUL, NOW);

        assertReused(pair, NOW + SOON, false);
        driver().assertLive(successor, NOW + SOON);
        driver().assertSpent(pair, NOW + SOON);
    }

    @Test
    default void aReturnAfterSixtySecondsEndsTheLivePair() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, WATCHFUL, NOW);

        assertReused(pair, NOW + SOON + 1, true);
        driver().assertUnknown(successor, NOW + SOON + 1);
    }

    @Test
    default void aTheftIsToldOnceAndTheFamilyIsForgotten() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, WATCHFUL, NOW);
        assertReused(pair, NOW + SOON + 1, true);

        driver().assertUnknown(pair, NOW + SOON + 1);
        assertThat(driver().present(pair, WATCHFUL, NOW + SOON + 1)).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    default void aPairOfManyGenerationsAgoEndsTheFamilyToo() {
        StoredCredential first = driver().login(TestUser.unique(), NOW);
        StoredCredential second = driver().refresh(first, WATCHFUL, NOW);
        StoredCredential third = driver().refresh(second, WATCHFUL, NOW + 1);

        assertReused(first, NOW + SOON + 1, true);
        driver().assertUnknown(second, NOW + SOON + 1);
        driver().assertUnknown(third, NOW + SOON + 1);
    }

    @Test
    default void theSixtySecondsCountFromThePairsOwnExchange() {
        StoredCredential first = driver().login(TestUser.unique(), NOW);
        StoredCredential second = driver().refresh(first, WATCHFUL, NOW);
        driver().refresh(second, WATCHFUL, NOW + SOON);

        assertReused(second, NOW + SOON + 1, false);
    }

    @Test
    default void aReturnToAFamilyWithoutALivePairEndsNothing() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        driver().refresh(pair, user.successorOf(pair, NOW, NOW + 5), WATCHFUL, NOW);

        assertReused(pair, NOW + SOON + 1, false);
        driver().assertSpent(pair, NOW + SOON + 1);
    }

    @Test
    default void aTheftEndsNoOtherLoginOfTheUser() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential bystander = driver().login(user, NOW);
        driver().refresh(pair, WATCHFUL, NOW);

        assertReused(pair, NOW + SOON + 1, true);

        driver().assertLive(bystander, NOW + SOON + 1);
    }

    @Test
    default void insideTheGraceWindowARaceIsNoReuse() {
        ExchangePolicy both = WATCHFUL.withGraceWindow(Duration.ofSeconds(10));
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, both, NOW);

        assertThat(driver().present(pair, both, NOW + 9_999)).isEqualTo(new ExchangeResult.Raced<>(successor));
        assertThat(driver().present(pair, both, NOW + 10_000)).isEqualTo(new ExchangeResult.Reused<>(false));
    }

    @Test
    default void insideTheGraceWindowAPairThatIsNotTheImmediatePredecessorIsReused() {
        ExchangePolicy both = WATCHFUL.withGraceWindow(Duration.ofSeconds(10));
        StoredCredential first = driver().login(TestUser.unique(), NOW);
        StoredCredential second = driver().refresh(first, both, NOW);
        driver().refresh(second, both, NOW + 1);

        assertThat(driver().present(first, both, NOW + 2)).isEqualTo(new ExchangeResult.Reused<>(false));
    }

    @Test
    default void withoutAWindowAClockThatIsBehindTheExchangeIsNoRace() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().refresh(pair, WATCHFUL, NOW + 5_000);

        assertReused(pair, NOW, false);
    }

    @Test
    default void aPolicyWithoutDetectionTellsAndEndsNothing() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, WATCHFUL, NOW);

        assertThat(driver().present(pair, ExchangePolicy.strict(), NOW + SOON + 1))
                .isEqualTo(new ExchangeResult.Unknown<>());
        driver().assertLive(successor, NOW + SOON + 1);
    }

    private void assertReused(StoredCredential pair, long nowMillis, boolean familyRevoked) {
        assertThat(driver().present(pair, WATCHFUL, nowMillis)).isEqualTo(new ExchangeResult.Reused<>(familyRevoked));
    }
}
