package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static dev.keystile.store.contract.TestUser.LIFETIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a login gets under each policy, and what dies for it. */
interface IssuingChapter extends StoreUnderTest {

    @Test
    default void underReuseTheFirstLoginIsIssued() {
        StoredCredential pair = TestUser.unique().login(NOW);

        driver().issue(pair, LoginPolicy.reuse(), NOW);

        driver().assertLive(pair, NOW);
    }

    @Test
    default void underReuseASecondLoginKeepsTheLivePairAsItWas() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);

        assertThat(reuse(user.login(NOW + 5))).isEqualTo(new IssueResult.Kept(pair));
        driver().assertLive(pair, NOW + 5);
    }

    @Test
    default void underReuseTheCandidateOfASecondLoginIsThrownAway() {
        TestUser user = TestUser.unique();
        driver().login(user, NOW);
        StoredCredential candidate = user.login(NOW + 5);

        reuse(candidate);

        driver().assertUnknown(candidate, NOW + 5);
    }

    @Test
    default void underReuseALoginInTheLastMillisecondKeepsThePair() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);

        assertThat(reuse(user.login(NOW + LIFETIME - 1))).isEqualTo(new IssueResult.Kept(pair));
    }

    @Test
    default void underReuseALoginAtTheExpiryIsIssued() {
        TestUser user = TestUser.unique();
        driver().login(user, NOW);

        assertThat(reuse(user.login(NOW + LIFETIME))).isEqualTo(new IssueResult.Issued());
    }

    @Test
    default void underReuseARefreshedPairIsKept() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential successor = driver().refresh(pair, ExchangePolicy.strict(), NOW + 1);

        assertThat(reuse(user.login(NOW + 2))).isEqualTo(new IssueResult.Kept(successor));
    }

    @Test
    default void underReuseASpentPairThatIsRememberedIsNotKept() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user.login(NOW, NOW + LIFETIME));
        StoredCredential successor = user.successorOf(pair, NOW, NOW + 10);
        driver().refresh(pair, successor, ExchangePolicy.strict().withReuseDetection(), NOW);

        assertThat(reuse(user.login(NOW + 10))).isEqualTo(new IssueResult.Issued());
    }

    @Test
    default void underReuseThePairThatWasIssuedLastIsKept() {
        TestUser user = TestUser.unique();
        StoredCredential older = driver().login(user, NOW);
        driver().login(user, NOW + 1);
        StoredCredential refreshed = driver().refresh(older, ExchangePolicy.strict(), NOW + 2);

        assertThat(reuse(user.login(NOW + 3))).isEqualTo(new IssueResult.Kept(refreshed));
    }

    @Test
    default void underReuseOfTwoPairsOfOneMillisecondTheLaterFamilyIdIsKept() {
        TestUser user = TestUser.unique();
        driver().login(user.login(new FamilyId("a0"), NOW, NOW + LIFETIME));
        StoredCredential later = driver().login(user.login(new FamilyId("b0"), NOW, NOW + LIFETIME));
        driver().login(user.login(new FamilyId("B1"), NOW, NOW + LIFETIME));

        assertThat(reuse(user.login(NOW))).isEqualTo(new IssueResult.Kept(later));
    }

    @Test
    default void underReplaceEveryOlderPairDies() {
        TestUser user = TestUser.unique();
        StoredCredential first = driver().login(user, NOW);
        StoredCredential second = driver().login(user, NOW + 1);

        StoredCredential third = driver().issue(user.login(NOW + 2), LoginPolicy.replace(), NOW + 2);

        driver().assertUnknown(first, NOW + 2);
        driver().assertUnknown(second, NOW + 2);
        driver().assertLive(third, NOW + 2);
    }

    @Test
    default void underReplaceSpentPairsAreForgotten() {
        TestUser user = TestUser.unique();
        StoredCredential spent = driver().login(user, NOW);
        driver().refresh(spent, ExchangePolicy.strict().withReuseDetection(), NOW);

        driver().issue(user.login(NOW + 1), LoginPolicy.replace(), NOW + 1);

        driver().assertUnknown(spent, NOW + 1);
    }

    @Test
    default void underIndependentAsManyPairsLiveAsThePolicyAdmits() {
        TestUser user = TestUser.unique();
        List<StoredCredential> pairs = logins(user, 3, LoginPolicy.independent(3));

        pairs.forEach(pair -> driver().assertLive(pair, NOW + 3));
    }

    @Test
    default void underIndependentTheOldestLoginDiesPastTheMost() {
        TestUser user = TestUser.unique();
        List<StoredCredential> pairs = logins(user, 4, LoginPolicy.independent(3));

        driver().assertUnknown(pairs.get(0), NOW + 4);
        pairs.stream().skip(1).forEach(pair -> driver().assertLive(pair, NOW + 4));
    }

    @Test
    default void underIndependentARefreshMakesALoginNoYounger() {
        TestUser user = TestUser.unique();
        StoredCredential oldest = driver().login(user, NOW);
        StoredCredential younger = driver().login(user, NOW + 1);
        StoredCredential refreshed = driver().refresh(oldest, ExchangePolicy.strict(), NOW + 2);

        driver().issue(user.login(NOW + 3), LoginPolicy.independent(2), NOW + 3);

        driver().assertUnknown(refreshed, NOW + 3);
        driver().assertLive(younger, NOW + 3);
    }

    @Test
    default void underIndependentPairsThatHaveExpiredDontCount() {
        TestUser user = TestUser.unique();
        driver().login(user.login(NOW, NOW + 10));
        StoredCredential alive = driver().login(user, NOW + 1);

        driver().issue(user.login(NOW + 10), LoginPolicy.independent(2), NOW + 10);

        driver().assertLive(alive, NOW + 10);
    }

    @Test
    default void underIndependentALowerMostEndsSeveralLogins() {
        TestUser user = TestUser.unique();
        List<StoredCredential> pairs = logins(user, 5, LoginPolicy.independent(5));

        driver().issue(user.login(NOW + 5), LoginPolicy.independent(2), NOW + 5);

        pairs.stream().limit(4).forEach(pair -> driver().assertUnknown(pair, NOW + 5));
        driver().assertLive(pairs.get(4), NOW + 5);
    }

    @Test
    default void underIndependentOfTwoLoginsOfOneMillisecondTheEarlierFamilyIdDies() {
        TestUser user = TestUser.unique();
        StoredCredential later = driver().login(user.login(new FamilyId("a0"), NOW, NOW + LIFETIME));
        StoredCredential earlier = driver().login(user.login(new FamilyId("B0"), NOW, NOW + LIFETIME));

        driver().issue(user.login(NOW + 1), LoginPolicy.independent(2), NOW + 1);

        driver().assertUnknown(earlier, NOW + 1);
        driver().assertLive(later, NOW + 1);
    }

    @Test
    default void underIndependentTheCandidateLivesThoughItsClockIsBehind() {
        TestUser user = TestUser.unique();
        StoredCredential ahead = driver().login(user, NOW + 50);

        StoredCredential behind = driver().issue(user.login(NOW), LoginPolicy.independent(1), NOW);

        driver().assertLive(behind, NOW);
        driver().assertUnknown(ahead, NOW);
    }

    @Test
    default void aLoginWhoseLookupIsTakenFailsAndEndsNothing() {
        TestUser user = TestUser.unique();
        StoredCredential first = driver().login(user, NOW);
        StoredCredential second = driver().login(user, NOW + 1);
        StoredCredential taken = withLookupOf(second, user.login(NOW + 2));

        for (LoginPolicy policy : List.of(LoginPolicy.replace(), LoginPolicy.independent(1))) {
            assertThatThrownBy(() -> driver().store().issue(taken, policy, NOW + 2))
                    .isInstanceOf(StoreException.class);
        }

        driver().assertLive(first, NOW + 2);
        driver().assertLive(second, NOW + 2);
    }

    private IssueResult reuse(StoredCredential candidate) {
        CredentialStore store = driver().store();
        return store.issue(candidate, LoginPolicy.reuse(), candidate.issuedAtMillis());
    }

    private List<StoredCredential> logins(TestUser user, int count, LoginPolicy policy) {
        return LongStream.range(NOW, NOW + count)
                .mapToObj(now -> driver().issue(user.login(now), policy, now))
                .toList();
    }

    private static StoredCredential withLookupOf(StoredCredential other, StoredCredential made) {
        return StoredCredential.begin(
                other.lookup(), made.user(), made.family(), made.issuedAtMillis(), made.expiresAtMillis(), made.body());
    }
}
