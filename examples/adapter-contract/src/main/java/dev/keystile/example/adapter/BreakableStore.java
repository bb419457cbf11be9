package dev.keystile.example.adapter;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.util.function.Supplier;

/** The in-memory store, which can be told to fail, or to take its time, and counts its calls. Safe for use by many threads. */
public final class BreakableStore implements CredentialStore {

    private final CredentialStore store = new InMemoryCredentialStore();
    private final CallCount count = new CallCount();
    private volatile Runnable beforeEachCall = () -> {};

    /** A store that works. */
    public BreakableStore() {}

    /** From now on, {@code what} happens before each call; if it throws, the call fails. */
    public void beforeEachCall(Runnable what) {
        beforeEachCall = what;
    }

    /** From now on, every call fails. */
    void breakDown() {
        beforeEachCall(() -> {
            throw new StoreException("The store is down, as planned.");
        });
    }

    /** From now on, every call works. */
    void mend() {
        beforeEachCall(() -> {});
    }

    /** Which calls there are and have been. */
    CallCount calls() {
        return count;
    }

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        return call(() -> store.issue(candidate, policy, nowMillis));
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        return call(() -> store.find(lookup, nowMillis));
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        return call(() -> store.exchange(exchange));
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        return call(() -> store.revoke(user, family, nowMillis));
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        return call(() -> store.revokeAll(user, nowMillis));
    }

    @Override
    public boolean outlivesProcess() {
        return store.outlivesProcess();
    }

    private <T> T call(Supplier<T> intent) {
        count.enter();
        try {
            beforeEachCall.run();
            return intent.get();
        } finally {
            count.leave();
        }
    }
}
