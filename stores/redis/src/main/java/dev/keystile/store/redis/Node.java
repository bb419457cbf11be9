package dev.keystile.store.redis;

import java.util.List;
import java.util.Map;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * One server, to be asked by itself.
 *
 * @param name for messages
 */
record Node(String name, Ear ear) {

    /** Runs a command on this very server. */
    interface Ear {
        <T> T hear(CommandObject<T> command);
    }

    /** Those of a cluster, or the one that there is. */
    @SuppressWarnings("deprecation") // JedisCluster is what many clusters are still spoken to by
    static List<Node> allOf(UnifiedJedis jedis) {
        if (jedis instanceof RedisClusterClient cluster) {
            return nodes(cluster.getClusterNodes());
        }
        if (jedis instanceof redis.clients.jedis.JedisCluster cluster) {
            return nodes(cluster.getClusterNodes());
        }
        return List.of(new Node("The Redis server", jedis::executeCommand));
    }

    @SuppressWarnings("deprecation") // likewise
    static boolean inCluster(UnifiedJedis jedis) {
        return jedis instanceof RedisClusterClient || jedis instanceof redis.clients.jedis.JedisCluster;
    }

    ServerFacts facts() {
        return ServerFacts.of(ear);
    }

    private static List<Node> nodes(Map<String, ConnectionPool> pools) {
        return pools.entrySet().stream()
                .map(pool -> new Node("The Redis server " + pool.getKey(), new PooledEar(pool.getValue())))
                .toList();
    }

    private record PooledEar(ConnectionPool pool) implements Ear {

        @Override
        public <T> T hear(CommandObject<T> command) {
            try (Connection connection = pool.getResource()) {
                return connection.executeCommand(command);
            }
        }
    }
}
