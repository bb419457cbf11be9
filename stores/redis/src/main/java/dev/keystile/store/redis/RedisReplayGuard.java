package dev.keystile.store.redis;

import dev.keystile.store.Lookup;
import dev.keystile.store.ReplayGuard;
import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;

/**
 * Signatures that were accepted, in Redis, so that no node accepts what another has. Kept as SHA-256 of credential and
 * digest, each in a key of its own that leaves by itself, ten minutes after it had to be remembered: so much may clocks
 * differ. One script, {@code remember_use.lua}, and one round trip.
 */
public final class RedisReplayGuard implements ReplayGuard {

    private static final long MARGIN_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Server server;

    /**
     * A guard in the server behind {@code jedis}, with {@link RedisSettings#defaults()}.
     *
     * @param jedis a client with a pool, bounded waits and short timeouts; it stays the caller's to close
     * @throws IllegalStateException if the server evicts keys when its memory is full
     * @throws dev.keystile.store.StoreException if it can't be asked
     */
    public RedisReplayGuard(UnifiedJedis jedis) {
        this(jedis, RedisSettings.defaults());
    }

    /** As {@link #RedisReplayGuard(UnifiedJedis)}, with {@code settings}. */
    public RedisReplayGuard(UnifiedJedis jedis, RedisSettings settings) {
        this.server = Server.checked(jedis, settings);
    }

    @Override
    public boolean isFirstUse(Lookup credential, byte[] digest, long keepUntilMillis, long nowMillis) {
        long stay = Math.max(0, keepUntilMillis - nowMillis) + MARGIN_MILLIS;
        Arguments arguments = new Arguments().with(server.newCall()).with(stay);
        return server.run(
                        "remember a use", Script.REMEMBER_USE, server.keyNames().use(credential, digest), arguments)
                .word()
                .equals("first");
    }
}
