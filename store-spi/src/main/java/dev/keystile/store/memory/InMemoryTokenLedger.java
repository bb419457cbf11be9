package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;

/**
 * What speaks against tokens, in the memory of this process, the embedded default: a restart forgets it, and with it every
 * revocation. Where tokens outlive the process, or several processes share a secret, use a ledger that does too.
 *
 * <p>Linearizable. {@link #standing} takes no lock; changes lock a small part of the users, for microseconds. What nobody can
 * present any more is let go of while other calls come in, a few entries each.
 */
public final class InMemoryTokenLedger implements TokenLedger {

    private final Shards<TokenShard> shards = new Shards<>(TokenShard::new);

    /** A ledger that has nothing against anybody. */
    public InMemoryTokenLedger() {}

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        return shardOf(token.holder()).standing(token, nowMillis);
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        ExchangeResult<SealedToken> result = shardOf(exchange.spent().holder()).exchange(exchange);
        shards.drainAnother(exchange.spent().holder().hashCode(), exchange.nowMillis());
        return result;
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        shardOf(holder).revokeFamily(holder, family, nowMillis, untilMillis);
        shards.drainAnother(holder.hashCode(), nowMillis);
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        shardOf(holder).revokeLoginsBefore(holder, markMillis, nowMillis, untilMillis);
        shards.drainAnother(holder.hashCode(), nowMillis);
    }

    /** How many entries are kept: spent tokens, revoked families and marks, due or not. */
    int entries() {
        return shards.sum(TokenShard::held);
    }

    /** How many sealed successors are kept, their windows open or not. */
    int successors() {
        return shards.sum(TokenShard::successors);
    }

    private TokenShard shardOf(TokenHolder holder) {
        return shards.of(holder.hashCode());
    }
}
