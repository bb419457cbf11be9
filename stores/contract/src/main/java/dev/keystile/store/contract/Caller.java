package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.Recorder;
import java.util.Optional;

/**
 * Somebody who calls on behalf of one user, each call recorded.
 *
 * @param number who it is in the history
 * @param node the node that is called
 */
record Caller(int number, CredentialStore node, TestUser user, Recorder<CredentialStore> recorder) {

    /** Logs in; what the user holds afterwards, unless the call failed. */
    Optional<StoredCredential> logIn(StoredCredential candidate, LoginPolicy policy) {
        return recorder.call(number, node, new CredentialIntent.Issue(candidate, policy, NOW))
                .map(result -> result instanceof IssueResult.Kept kept ? kept.credential() : candidate);
    }

    /** Refreshes {@code former}; what the user holds afterwards, if anything. */
    Optional<StoredCredential> refresh(StoredCredential former, ExchangePolicy policy) {
        return refresh(former, user.successorOf(former, NOW), policy);
    }

    /** As {@link #refresh(StoredCredential, ExchangePolicy)}, for a successor that others look for. */
    Optional<StoredCredential> refresh(StoredCredential former, StoredCredential successor, ExchangePolicy policy) {
        Exchange exchange = new Exchange(former.lookup(), successor, policy, NOW);
        return recorder.call(number, node, new CredentialIntent.Refresh(exchange))
                .flatMap(result -> held(result, successor));
    }

    Optional<FindResult> find(Lookup lookup) {
        return recorder.call(number, node, new CredentialIntent.Find(lookup, NOW));
    }

    void revokeFamilyOf(StoredCredential credential) {
        recorder.call(number, node, new CredentialIntent.Revoke(user.id(), credential.family(), NOW));
    }

    void revokeAll() {
        recorder.call(number, node, new CredentialIntent.RevokeAll(user.id(), NOW));
    }

    private static Optional<StoredCredential> held(
            ExchangeResult<StoredCredential> result, StoredCredential successor) {
        if (result instanceof ExchangeResult.Raced<StoredCredential> raced) {
            return Optional.of(raced.successor());
        }
        return result instanceof ExchangeResult.Exchanged ? Optional.of(successor) : Optional.empty();
    }
}
