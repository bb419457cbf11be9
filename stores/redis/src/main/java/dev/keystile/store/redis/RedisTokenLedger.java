package dev.keystile.store.redis;

import dev.keystile.codec.Digests;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.nio.ByteBuffer;
import java.util.Locale;
import redis.clients.jedis.UnifiedJedis;

/**
 * What speaks against tokens, in Redis, 6.2 or later: it outlives the process, and any number of nodes share it. One server,
 * one behind Sentinel, or a cluster. Token ids are kept as SHA-256.
 *
 * <p>Everything of a holder is on one shelf, a hash; each intent is one script and one round trip. What holds of
 * {@link RedisCredentialStore} holds here: linearizable on a primary that never fails over, and after a failover to a replica that
 * lags a token that was spent or revoked may be good again. Where that matters, keep the ledger in a database.
 *
 * <table>
 *   <caption>What each intent sends</caption>
 *   <tr><th>intent</th><th>script</th></tr>
 *   <tr><td>{@link #standing}</td><td>{@code standing.lua}</td></tr>
 *   <tr><td>{@link #exchange}</td><td>{@code exchange_token.lua}</td></tr>
 *   <tr><td>{@link #revokeFamily}</td><td>{@code revoke_family.lua}</td></tr>
 *   <tr><td>{@link #revokeLoginsBefore}</td><td>{@code revoke_logins.lua}</td></tr>
 * </table>
 *
 * <p>What counts no longer leaves while other calls of the same holder come in, a few fields each, and the whole shelf when
 * nothing on it counts. It stays for a day longer, and sealed successors for ten minutes, so that nodes and servers whose
 * clocks differ by less agree.
 */
public final class RedisTokenLedger implements TokenLedger {

    private final Server server;

    /**
     * A ledger in the server behind {@code jedis}, with {@link RedisSettings#defaults()}.
     *
     * @param jedis a client with a pool, bounded waits and short timeouts; it stays the caller's to close
     * @throws IllegalStateException if the server evicts keys when its memory is full
     * @throws dev.keystile.store.StoreException if it can't be asked
     */
    public RedisTokenLedger(UnifiedJedis jedis) {
        this(jedis, RedisSettings.defaults());
    }

    /** As {@link #RedisTokenLedger(UnifiedJedis)}, with {@code settings}. */
    public RedisTokenLedger(UnifiedJedis jedis, RedisSettings settings) {
        this.server = Server.checked(jedis, settings);
    }

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        Arguments arguments = new Arguments()
                .with(nowMillis)
                .with(token.family().value())
                .with(token.loginAtMillis())
                .with(digestOf(token.tokenId()));
        Reply reply = run("tell a token's standing", Script.STANDING, token.holder(), arguments);
        return TokenStanding.valueOf(reply.word().toUpperCase(Locale.ROOT));
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        Reply reply =
                run("exchange a token", Script.EXCHANGE_TOKEN, exchange.spent().holder(), argumentsOf(exchange));
        return switch (reply.word()) {
            case "exchanged" -> new ExchangeResult.Exchanged<>();
            case "raced" -> new ExchangeResult.Raced<>(SealedToken.of(reply.bytes(1)));
            case "reused" -> new ExchangeResult.Reused<>(reply.hasMore());
            case "unknown" -> new ExchangeResult.Unknown<>();
            default -> throw reply.unheardOf();
        };
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        Arguments arguments = new Arguments()
                .with(nowMillis)
                .with(server.newCall())
                .with(family.value())
                .with(untilMillis);
        run("revoke a family", Script.REVOKE_FAMILY, holder, arguments);
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        Arguments arguments = new Arguments().with(nowMillis).with(markMillis).with(untilMillis);
        run("revoke a user's tokens", Script.REVOKE_LOGINS, holder, arguments);
    }

    private Reply run(String intent, Script script, TokenHolder holder, Arguments arguments) {
        return server.run(intent, script, server.keyNames().tokens(holder), arguments);
    }

    private Arguments argumentsOf(TokenExchange exchange) {
        TokenReference spent = exchange.spent();
        ExchangePolicy policy = exchange.policy();
        SealedToken sealed = exchange.graceEndsMillis() > exchange.nowMillis()
                ? exchange.successor().sealed()
                : null;
        return new Arguments()
                .with(exchange.nowMillis())
                .with(server.newCall())
                .with(spent.family().value())
                .with(spent.loginAtMillis())
                .with(digestOf(spent.tokenId()))
                .with(digestOf(exchange.successor().tokenId()))
                .with(sealed == null ? new byte[0] : sealed.bytes())
                .with(exchange.graceEndsMillis())
                .with(exchange.spentUntilMillis())
                .with(exchange.familyUntilMillis())
                .with(policy.graceWindow().toMillis())
                .with(policy.reuseDetection());
    }

    /** SHA-256 of the characters as they are: an encoding would make one of two ids that hold halves of surrogate pairs. */
    private static byte[] digestOf(String tokenId) {
        ByteBuffer characters = ByteBuffer.allocate(tokenId.length() * Character.BYTES);
        characters.asCharBuffer().put(tokenId);
        return Digests.sha256(characters.array());
    }
}
