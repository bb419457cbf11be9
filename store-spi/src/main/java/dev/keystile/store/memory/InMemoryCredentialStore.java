package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.core.UserTag;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.security.SecureRandom;

/**
 * Credentials in the memory of this process, the embedded default: they are gone when it ends, and no other process sees them.
 *
 * <p>Linearizable. {@link #find} takes no lock; changes lock a small part of the users, for microseconds. What has expired is
 * let go of while other calls come in, a few credentials each, so that memory follows what is alive, without a thread and
 * without a pause.
 */
public final class InMemoryCredentialStore implements CredentialStore {

    private final Shards<CredentialShard> shards;

    /** An empty store. */
    public InMemoryCredentialStore() {
        int salt = new SecureRandom().nextInt();
        shards = new Shards<>(() -> new CredentialShard(salt));
    }

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        IssueResult result = shardOf(candidate.lookup().tag()).issue(candidate, policy, nowMillis);
        shards.drainAnother(candidate.lookup().tag().value(), nowMillis);
        return result;
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        return shardOf(lookup.tag()).find(lookup, nowMillis);
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        ExchangeResult<StoredCredential> result =
                shardOf(exchange.spent().tag()).exchange(exchange);
        shards.drainAnother(exchange.spent().tag().value(), exchange.nowMillis());
        return result;
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        boolean alive = shardOf(user.tag()).revoke(user, family, nowMillis);
        shards.drainAnother(user.tag().value(), nowMillis);
        return alive;
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        int alive = shardOf(user.tag()).revokeAll(user, nowMillis);
        shards.drainAnother(user.tag().value(), nowMillis);
        return alive;
    }

    @Override
    public boolean outlivesProcess() {
        return false;
    }

    /** How many credentials are kept: alive, spent and remembered, or expired and not yet let go of. */
    int credentials() {
        return shards.sum(CredentialShard::held);
    }

    /** How many users any state is kept of. */
    int users() {
        return shards.sum(CredentialShard::users);
    }

    private CredentialShard shardOf(UserTag tag) {
        return shards.of(tag.value());
    }
}
