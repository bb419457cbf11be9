package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** That users don't touch one another, also those who share a slot or whose ids look alike. */
interface IsolationChapter extends StoreUnderTest {

    @Test
    default void aLoginIsNotAnsweredWithAnotherUsersPair() {
        TestUser user = TestUser.unique();
        driver().login(user.neighbour(), NOW);

        assertThat(driver().store().issue(user.login(NOW), LoginPolicy.reuse(), NOW))
                .isEqualTo(new IssueResult.Issued());
    }

    @Test
    default void aLoginEndsNoOtherUsersPair() {
        TestUser user = TestUser.unique();
        StoredCredential others = driver().login(user.neighbour(), NOW);

        driver().issue(user.login(NOW), LoginPolicy.replace(), NOW);
        driver().issue(user.login(NOW), LoginPolicy.independent(1), NOW);

        driver().assertLive(others, NOW);
    }

    @Test
    default void aPairIsNotSpentInAnotherUsersName() {
        TestUser user = TestUser.unique();
        TestUser neighbour = user.neighbour();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential own = neighbour.login(pair.family(), NOW, NOW + TestUser.LIFETIME);
        StoredCredential stolen = neighbour.successorOf(own, NOW);

        assertThat(driver().store().exchange(new Exchange(pair.lookup(), stolen, ExchangePolicy.strict(), NOW)))
                .isEqualTo(new ExchangeResult.Unknown<>());
        driver().assertUnknown(stolen, NOW);
        driver().assertLive(pair, NOW);
    }

    @Test
    default void aFamilyIsNotRevokedInAnotherUsersName() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);

        assertThat(driver().store().revoke(user.neighbour().id(), pair.family(), NOW))
                .isFalse();
        driver().assertLive(pair, NOW);
    }

    @Test
    default void twoUsersMayHaveFamiliesOfOneId() {
        TestUser user = TestUser.unique();
        StoredCredential pair = driver().login(user, NOW);
        StoredCredential namesake = driver().login(user.neighbour().login(pair.family(), NOW, NOW + TestUser.LIFETIME));

        driver().store().revoke(pair.user(), pair.family(), NOW);

        driver().assertUnknown(pair, NOW);
        driver().assertLive(namesake, NOW);
    }

    @Test
    default void revokingAllOfAUserLeavesTheNeighbours() {
        TestUser user = TestUser.unique();
        StoredCredential others = driver().login(user.neighbour(), NOW);
        driver().login(user, NOW);

        driver().store().revokeAll(user.id(), NOW);

        driver().assertLive(others, NOW);
    }

    @Test
    default void usersWhoseIdsLookAlikeAreNotOne() {
        TestUser anna = TestUser.named("anna");
        StoredCredential pair = driver().login(anna, NOW);
        String id = anna.id().value();

        for (String other : List.of(id.toUpperCase(Locale.ROOT), id + " ", "á" + id.substring(1), id.substring(1))) {
            assertThat(driver().store().revokeAll(new UserId(other), NOW))
                    .as(other)
                    .isZero();
        }

        driver().assertLive(pair, NOW);
    }
}
