package dev.keystile.benchmark.store;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;

/**
 * A store of ours, asked as the services ask it.
 *
 * @param store which one
 */
record StoreTable(CredentialStore store) implements PairTable {

    @Override
    public void add(StoredCredential pair) {
        if (!(store.issue(pair, LoginPolicy.reuse(), pair.issuedAtMillis()) instanceof IssueResult.Issued)) {
            throw new IllegalStateException("Somebody has logged in before.");
        }
    }

    @Override
    public boolean find(StoredCredential pair) {
        return store.find(pair.lookup(), System.currentTimeMillis()) instanceof FindResult.Live live
                && live.credential().body().equals(pair.body());
    }

    @Override
    public boolean exchange(StoredCredential spent, StoredCredential successor) {
        Exchange exchange =
                new Exchange(spent.lookup(), successor, ExchangePolicy.strict(), System.currentTimeMillis());
        return store.exchange(exchange) instanceof ExchangeResult.Exchanged;
    }
}
