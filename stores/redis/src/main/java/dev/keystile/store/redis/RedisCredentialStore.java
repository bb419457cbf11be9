package dev.keystile.store.redis;

import dev.keystile.core.ExchangePolicy;
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
import redis.clients.jedis.UnifiedJedis;

/**
 * Credentials in Redis, 6.2 or later: they outlive the process, and any number of nodes share them. One server, one behind
 * Sentinel, or a cluster.
 *
 * <p>All pairs of one user tag are on one shelf, a hash; that is what lets one script decide any intent, with all its keys
 * declared, in one round trip. Scripts of one server run one after the other, so on one server, or one primary that never
 * fails over, this is linearizable. A failover to a replica that lags may undo what was answered: see
 * {@link RedisSettings#acknowledgedBy} and {@code docs/stores.md}.
 *
 * <table>
 *   <caption>What each intent sends</caption>
 *   <tr><th>intent</th><th>script</th></tr>
 *   <tr><td>{@link #find}</td><td>none but {@code HGET}; for a spent pair, then {@code find.lua}</td></tr>
 *   <tr><td>{@link #exchange}</td><td>{@code exchange.lua}</td></tr>
 *   <tr><td>{@link #issue}</td><td>{@code issue.lua}</td></tr>
 *   <tr><td>{@link #revoke}</td><td>{@code revoke.lua}</td></tr>
 *   <tr><td>{@link #revokeAll}</td><td>{@code revoke_all.lua}</td></tr>
 * </table>
 *
 * <p>If a connection is lost, the same is said once more on another one: whatever had happened is recognised and answered as
 * such.
 *
 * <p>What is due leaves while logins and logouts of the same tag come in, a few fields each, and the whole shelf when nothing
 * on it is alive. Pairs stay for a day longer, and remembered spent pairs for ten minutes, so that nodes and servers whose clocks
 * differ by less agree.
 */
public final class RedisCredentialStore implements CredentialStore {

    private static final String FIND = "find a credential";

    private final Server server;

    /**
     * Credentials in the server behind {@code jedis}, with {@link RedisSettings#defaults()}.
     *
     * @param jedis a client with a pool, bounded waits and short timeouts; it stays the caller's to close
     * @throws IllegalStateException if the server evicts keys when its memory is full
     * @throws StoreException if it can't be asked
     */
    public RedisCredentialStore(UnifiedJedis jedis) {
        this(jedis, RedisSettings.defaults());
    }

    /** As {@link #RedisCredentialStore(UnifiedJedis)}, with {@code settings}. */
    public RedisCredentialStore(UnifiedJedis jedis, RedisSettings settings) {
        this.server = Server.checked(jedis, settings);
    }

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        Arguments arguments = new Arguments()
                .with(nowMillis)
                .with(nameOf(policy))
                .with(policy instanceof LoginPolicy.Independent independent ? independent.max() : 1)
                .with(candidate.lookup().bytes())
                .with(CredentialRecord.living(candidate, server.newCall()));
        Reply reply = run("issue a credential", Script.ISSUE, candidate.lookup(), arguments);
        return switch (reply.word()) {
            case "issued" -> new IssueResult.Issued();
            case "kept" -> new IssueResult.Kept(credential(reply));
            case "taken" -> throw taken();
            default -> throw reply.unheardOf();
        };
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        byte[] name = lookup.bytes();
        byte[] record =
                server.read(FIND, server.keyNames().credentials(lookup.tag()).get(0), CredentialRecord.field(name));
        if (record == null) {
            return new FindResult.Unknown();
        }
        CredentialRecord found = CredentialRecord.read(name, record);
        return found.spent() ? findSpent(lookup, nowMillis) : found.at(nowMillis);
    }

    /** Whether it is told depends on its login, which takes a script to look at in the same moment. */
    private FindResult findSpent(Lookup lookup, long nowMillis) {
        Reply reply = run(FIND, Script.FIND, lookup, new Arguments().with(lookup.bytes()));
        return reply.hasMore()
                ? CredentialRecord.read(lookup.bytes(), reply.bytes(1)).at(nowMillis)
                : new FindResult.Unknown();
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        ExchangePolicy policy = exchange.policy();
        StoredCredential successor = exchange.successor();
        Arguments arguments = new Arguments()
                .with(exchange.nowMillis())
                .with(exchange.spent().bytes())
                .with(successor.lookup().bytes())
                .with(CredentialRecord.living(successor, server.newCall()))
                .with(policy.graceWindow().toMillis())
                .with(policy.reuseDetection());
        Reply reply = run("exchange a credential", Script.EXCHANGE, exchange.spent(), arguments);
        return switch (reply.word()) {
            case "exchanged" -> new ExchangeResult.Exchanged<>();
            case "raced" -> new ExchangeResult.Raced<>(credential(reply));
            case "reused" -> new ExchangeResult.Reused<>(reply.hasMore());
            case "unknown" -> new ExchangeResult.Unknown<>();
            case "taken" -> throw taken();
            default -> throw reply.unheardOf();
        };
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        Arguments arguments = new Arguments()
                .with(nowMillis)
                .with(server.newCall())
                .with(user.value())
                .with(family.value());
        return server.run("revoke a login", Script.REVOKE, server.keyNames().credentials(user.tag()), arguments)
                .word()
                .equals("alive");
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        Arguments arguments =
                new Arguments().with(nowMillis).with(server.newCall()).with(user.value());
        Reply reply = server.run(
                "revoke all logins of a user",
                Script.REVOKE_ALL,
                server.keyNames().credentials(user.tag()),
                arguments);
        return Integer.parseInt(reply.word());
    }

    private Reply run(String intent, Script script, Lookup lookup, Arguments arguments) {
        return server.run(intent, script, server.keyNames().credentials(lookup.tag()), arguments);
    }

    private static StoredCredential credential(Reply reply) {
        return CredentialRecord.read(reply.bytes(1), reply.bytes(2)).credential();
    }

    private static String nameOf(LoginPolicy policy) {
        if (policy instanceof LoginPolicy.Reuse) {
            return "reuse";
        }
        return policy instanceof LoginPolicy.Replace ? "replace" : "independent";
    }

    private static StoreException taken() {
        return new StoreException(
                "The credential's lookup or its family is there already, nothing changed; draw keys and"
                        + " families from a secure random source.");
    }
}
