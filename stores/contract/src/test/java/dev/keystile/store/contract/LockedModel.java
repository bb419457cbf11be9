package dev.keystile.store.contract;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;

/** The model behind one lock: a store that is slow and right, for others to break. */
class LockedModel implements CredentialStore {

    private final ReferenceModel model = new ReferenceModel();

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        synchronized (model) {
            return model.issue(candidate, policy, nowMillis);
        }
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        synchronized (model) {
            return model.find(lookup, nowMillis);
        }
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        synchronized (model) {
            return model.exchange(exchange);
        }
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        synchronized (model) {
            return model.revoke(user, family, nowMillis);
        }
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        synchronized (model) {
            return model.revokeAll(user, nowMillis);
        }
    }

    /** Lets others run between two steps that should have been one. */
    @SuppressWarnings("ThreadPriorityCheck") // a race is what this is for
    static void pause() {
        for (int i = 0; i < 20; i++) {
            Thread.yield();
        }
    }
}
