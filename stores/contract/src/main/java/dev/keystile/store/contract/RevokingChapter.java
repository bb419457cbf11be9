package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.StoredCredential;
import org.junit.jupiter.api.Test;

/** What a logout ends: one family, or all of a user. */
interface RevokingChapter extends StoreUnderTest {

    @Test
    default void revokingEndsTheFamily() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        assertThat(revoke(pair, NOW)).isTrue();
        driver().assertUnknown(pair, NOW);
    }

    @Test
    default void aPairThatWasFoundBeforeIsUnknownOnceItIsRevoked() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        driver().assertLive(pair, NOW);

        revoke(pair, NOW);

        driver().assertUnknown(pair, NOW);
    }

    @Test
    default void revokingTwiceFindsNothingAlive() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        revoke(pair, NOW);

        assertThat(revoke(pair, NOW)).isFalse();
    }

    @Test
    default void revokingAFamilyThatNeverWasFindsNothingAlive() {
        assertThat(revoke(TestUser.unique().login(NOW), NOW)).isFalse();
    }

    @Test
    default void revokingInTheLastMillisecondFindsThePairAlive() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        assertThat(revoke(pair, pair.expiresAtMillis() - 1)).isTrue();
    }

    @Test
    default void revokingAtTheExpiryFindsNothingAlive() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        assertThat(revoke(pair, pair.expiresAtMillis())).isFalse();
    }

    @Test
    default void revokingEndsAFamilyThatHasMovedOn() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);
        StoredCredential successor = driver().refresh(pair, ExchangePolicy.strict(), NOW);

        assertThat(revoke(pair, NOW)).isTrue();
        driver().assertUnknown(successor, NOW);
    }

    @Test
    default void revokingForgetsWhatWasSpent() {
        StoredCredential first = driver().login(TestUser.unique(), NOW);
        StoredCredential second = driver().refresh(first, ReuseChapter.WATCHFUL, NOW);
        driver().refresh(second, ReuseChapter.WATCHFUL, NOW);

        revoke(first, NOW);

        driver().assertUnknown(first, NOW);
        driver().assertUnknown(second, NOW);
    }

    @Test
    default void revokingForgetsWhatWasSpentThoughNothingIsAlive() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        driver().refresh(pair, user.successorOf(pair, NOW, NOW + 5), ReuseChapter.WATCHFUL, NOW);

        assertThat(revoke(pair, NOW + 5)).isFalse();
        driver().assertUnknown(pair, NOW + 5);
    }

    @Test
    default void revokingLeavesTheOtherLoginsOfTheUser() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential other = driver().login(user, NOW);

        revoke(pair, NOW);

        driver().assertLive(other, NOW);
    }

    @Test
    default void familiesThatDifferInCaseAloneAreTwo() {
        TestUser user = TestUser.unique();
        StoredCredential lower = driver().login(user.login(new FamilyId("family"), NOW, NOW + 1));
        StoredCredential upper = driver().login(user.login(new FamilyId("FAMILY"), NOW, NOW + 1));

        revoke(lower, NOW);

        driver().assertLive(upper, NOW);
    }

    @Test
    default void revokingAllEndsEveryFamilyAndCountsWhatWasAlive() {
        TestUser user = TestUser.unique();
        StoredCredential first = driver().login(user, NOW);
        StoredCredential second = driver().login(user, NOW);
        StoredCredential successor = driver().refresh(second, ReuseChapter.WATCHFUL, NOW);
        driver().login(user.login(NOW, NOW + 5));

        assertThat(driver().store().revokeAll(user.id(), NOW + 5)).isEqualTo(2);
        driver().assertUnknown(first, NOW + 5);
        driver().assertUnknown(second, NOW + 5);
        driver().assertUnknown(successor, NOW + 5);
    }

    @Test
    default void revokingAllOfAUserWithoutLoginsCountsNone() {
        assertThat(driver().store().revokeAll(TestUser.unique().id(), NOW)).isZero();
    }

    @Test
    default void aUserWhoWasRevokedCanLogInAgain() {
        TestUser user = TestUser.unique();
        driver().login(user, NOW);
        driver().store().revokeAll(user.id(), NOW);

        driver().assertLive(driver().login(user, NOW), NOW);
    }

    private boolean revoke(StoredCredential pair, long nowMillis) {
        return driver().store().revoke(pair.user(), pair.family(), nowMillis);
    }
}
