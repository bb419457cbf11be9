package dev.keystile.store.redis;

import java.util.Collection;
import java.util.List;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** The pools behind a client, as far as it shows them. */
final class Pools {

    private Pools() {}

    /** Whether somebody who finds all connections in use may wait for one for ever. */
    static boolean mayWaitForEver(UnifiedJedis jedis) {
        return of(jedis).stream()
                .anyMatch(pool -> pool.getBlockWhenExhausted()
                        && pool.getMaxWaitDuration().isNegative());
    }

    private static Collection<? extends GenericObjectPool<?>> of(UnifiedJedis jedis) {
        if (jedis instanceof RedisClient client) {
            return List.of(client.getPool());
        }
        if (jedis instanceof RedisSentinelClient client) {
            return client.getPrimaryNodesConnectionMap().values();
        }
        return jedis instanceof RedisClusterClient client
                ? client.getClusterNodes().values()
                : List.of();
    }
}
