package dev.keystile.store.memory;

import static dev.keystile.store.memory.Logins.NOW;
import static dev.keystile.store.memory.Logins.login;
import static dev.keystile.store.memory.Logins.successorOf;
import static dev.keystile.store.memory.Logins.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.StoredCredential;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That memory follows what is alive, and that no call pays for what others left. What is found is the contract's business. */
class InMemoryCredentialStoreMemoryTest {

    /** A change lets go of a bite in its own shard and of one in the shard whose turn it is. */
    private static final int MOST_AT_ONCE = 2 * Shard.BITE;

    private static final long HOUR = 3_600_000;
    private static final ExchangePolicy WATCHFUL = ExchangePolicy.strict().withReuseDetection();

    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    @Test
    void aHundredThousandExpiredCredentialsAndTheirUsersLeaveWhileOthersCall() {
        logInUsers(100_000, NOW + 1);

        for (int call = 0; call < 20_000; call++) {
            store.revokeAll(user(-1 - call), NOW + 1);
        }

        assertThat(store.credentials()).isZero();
        assertThat(store.users()).isZero();
    }

    @Test
    void noCallLetsGoOfMoreThanTwoBites() {
        logInUsers(20_000, NOW + 1);

        for (int call = 0; call < 500; call++) {
            int before = store.credentials();
            StoredCredential pair = login(user(call), NOW + 1, NOW + HOUR);
            store.issue(pair, LoginPolicy.reuse(), NOW + 1);
            assertThat(before - store.credentials()).isLessThanOrEqualTo(MOST_AT_ONCE);
        }
    }

    @Test
    void aFindLetsGoOfNoMoreThanABite() {
        UserId crowded = user(1);
        StoredCredential pair = login(crowded, NOW, NOW + 1);
        store.issue(pair, LoginPolicy.independent(1000), NOW);
        for (int i = 0; i < 100; i++) {
            store.issue(login(crowded, NOW, NOW + 1), LoginPolicy.independent(1000), NOW);
        }

        store.find(pair.lookup(), NOW + 1);

        assertThat(store.credentials()).isEqualTo(101 - Shard.BITE);
    }

    @Test
    void aFindThatMeetsAnExpiredCredentialLetsItGo() {
        StoredCredential pair = login(user(1), NOW, NOW + 1);
        store.issue(pair, LoginPolicy.reuse(), NOW);

        store.find(pair.lookup(), NOW + 1);

        assertThat(store.credentials()).isZero();
        assertThat(store.users()).isZero();
    }

    @Test
    void underTheStrictPolicyASpentCredentialLeavesAtOnce() {
        refreshEverySecond(1000, ExchangePolicy.strict());

        assertThat(store.credentials()).isEqualTo(1);
    }

    @Test
    void underGraceNoMoreIsKeptThanTheWindowHolds() {
        refreshEverySecond(1000, ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10)));

        assertThat(store.credentials()).isEqualTo(11);
    }

    @Test
    void aLogoutLeavesNothingBehind() {
        StoredCredential pair = login(user(1), NOW, NOW + HOUR);
        store.issue(pair, LoginPolicy.reuse(), NOW);

        store.revoke(pair.user(), pair.family(), NOW);

        assertThat(store.credentials()).isZero();
        assertThat(store.users()).isZero();
    }

    @Test
    void aLongHistoryOfSpentCredentialsLeavesAfterALogoutInBites() {
        StoredCredential newest = refreshEverySecond(1000, WATCHFUL);
        assertThat(store.credentials()).isEqualTo(1001);

        store.revoke(newest.user(), newest.family(), newest.issuedAtMillis());
        assertThat(store.credentials()).isBetween(1001 - 1 - MOST_AT_ONCE, 1000);
        assertThat(store.users()).isZero();

        for (int call = 0; call < 1000 / Shard.BITE; call++) {
            store.revokeAll(newest.user(), newest.issuedAtMillis());
        }
        assertThat(store.credentials()).isZero();
    }

    @Test
    void aFamilyWhoseNewestCredentialLeftFirstLeavesWithItsLast() {
        StoredCredential pair = login(user(1), NOW, NOW + HOUR);
        store.issue(pair, LoginPolicy.reuse(), NOW);
        StoredCredential shortLived = successorOf(pair, NOW, NOW + 1);
        store.exchange(new Exchange(pair.lookup(), shortLived, WATCHFUL, NOW));

        store.find(shortLived.lookup(), NOW + 1);
        assertThat(store.users()).isEqualTo(1);

        store.find(pair.lookup(), NOW + HOUR);
        assertThat(store.credentials()).isZero();
        assertThat(store.users()).isZero();
    }

    @Test
    void aSingleDeviceUserHoldsOneCredentialHoweverManyLogins() {
        for (int i = 0; i < 1000; i++) {
            store.issue(login(user(1), NOW + i, NOW + HOUR), LoginPolicy.replace(), NOW + i);
        }

        assertThat(store.credentials()).isEqualTo(1);
    }

    private void logInUsers(int count, long expiresAtMillis) {
        for (int number = 0; number < count; number++) {
            store.issue(login(user(number), NOW, expiresAtMillis), LoginPolicy.reuse(), NOW);
        }
        assertThat(store.credentials()).isEqualTo(count);
        assertThat(store.users()).isEqualTo(count);
    }

    private StoredCredential refreshEverySecond(int times, ExchangePolicy policy) {
        StoredCredential newest = login(user(1), NOW, NOW + HOUR);
        store.issue(newest, LoginPolicy.reuse(), NOW);
        for (int i = 1; i <= times; i++) {
            long now = NOW + i * 1000L;
            StoredCredential successor = successorOf(newest, now, now + HOUR);
            store.exchange(new Exchange(newest.lookup(), successor, policy, now));
            newest = successor;
        }
        return newest;
    }
}
