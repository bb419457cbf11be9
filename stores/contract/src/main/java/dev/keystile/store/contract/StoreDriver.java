package dev.keystile.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;

/**
 * Drives the store under test in the words of the contract. The verbs that set a scene fail the test where the store refuses.
 *
 * @param store the store under test
 * @param otherNode another node of it, or the same again
 * @param rounds how often races run
 * @param threads how many threads race
 * @param seed what is random is drawn from it
 */
record StoreDriver(CredentialStore store, CredentialStore otherNode, int rounds, int threads, long seed) {

    /** A time like any other; every test begins here. */
    static final long NOW = 1_700_000_000_000L;

    private static final LoginPolicy SIDE_BY_SIDE = LoginPolicy.independent(1000);

    String howToRepeat() {
        return "What is random in it comes back with -Dkeystile.contract.seed=" + seed;
    }

    /** Logs {@code user} in, beside what lives already. */
    StoredCredential login(TestUser user, long nowMillis) {
        return issue(user.login(nowMillis), SIDE_BY_SIDE, nowMillis);
    }

    /** Lets {@code candidate} live, beside what lives already, at the time of its issue. */
    StoredCredential login(StoredCredential candidate) {
        return issue(candidate, SIDE_BY_SIDE, candidate.issuedAtMillis());
    }

    /** Lets {@code candidate} live. */
    StoredCredential issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        assertThat(store.issue(candidate, policy, nowMillis)).isEqualTo(new IssueResult.Issued());
        return candidate;
    }

    /** Exchanges {@code former}, which is alive, for the successor that is returned. */
    StoredCredential refresh(StoredCredential former, ExchangePolicy policy, long nowMillis) {
        StoredCredential successor = new TestUser(former.user()).successorOf(former, nowMillis);
        refresh(former, successor, policy, nowMillis);
        return successor;
    }

    /** Exchanges {@code former}, which is alive, for {@code successor}. */
    void refresh(StoredCredential former, StoredCredential successor, ExchangePolicy policy, long nowMillis) {
        assertThat(store.exchange(new Exchange(former.lookup(), successor, policy, nowMillis)))
                .isEqualTo(new ExchangeResult.Exchanged<>());
    }

    /** Presents {@code former} for an exchange, whatever comes of it. */
    ExchangeResult<StoredCredential> present(StoredCredential former, ExchangePolicy policy, long nowMillis) {
        StoredCredential successor = new TestUser(former.user()).successorOf(former, nowMillis);
        return store.exchange(new Exchange(former.lookup(), successor, policy, nowMillis));
    }

    void assertLive(StoredCredential credential, long nowMillis) {
        assertThat(store.find(credential.lookup(), nowMillis)).isEqualTo(new FindResult.Live(credential));
    }

    void assertSpent(StoredCredential credential, long nowMillis) {
        assertThat(store.find(credential.lookup(), nowMillis)).isEqualTo(new FindResult.Spent(credential));
    }

    void assertUnknown(StoredCredential credential, long nowMillis) {
        assertThat(store.find(credential.lookup(), nowMillis)).isEqualTo(new FindResult.Unknown());
    }
}
