package dev.keystile.store.redis.engine;

import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/** Three primaries that share the slots. */
public final class RedisClusterOfThree implements AutoCloseable {

    private static final int NODES = 3;

    private final List<RedisProcess> nodes;

    private RedisClusterOfThree(List<RedisProcess> nodes) {
        this.nodes = nodes;
    }

    /** Starts it, and waits until all of it serves. */
    public static RedisClusterOfThree start() {
        List<RedisProcess> nodes = Stream.generate(() -> RedisProcess.start(
                        RedisBinary.REDIS_7_0, "--cluster-enabled", "yes", "--cluster-node-timeout", "2000"))
                .limit(NODES)
                .toList();
        for (int number = 0; number < NODES; number++) {
            try (Jedis jedis = nodes.get(number).connect()) {
                jedis.clusterAddSlotsRange(firstSlot(number), firstSlot(number + 1) - 1);
                jedis.clusterMeet("127.0.0.1", nodes.get(0).port());
            }
        }
        Patience.until("all nodes know all slots", () -> nodes.stream().allMatch(RedisClusterOfThree::servesAll));
        return new RedisClusterOfThree(nodes);
    }

    /** Its servers. */
    public List<RedisProcess> nodes() {
        return nodes;
    }

    /** A port to begin with; clients find the others. */
    public int port() {
        return nodes.get(0).port();
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }

    private static int firstSlot(int number) {
        return Protocol.CLUSTER_HASHSLOTS * number / NODES;
    }

    private static boolean servesAll(RedisProcess node) {
        try (Jedis jedis = node.connect()) {
            String info = jedis.clusterInfo();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_size:" + NODES)
                    && info.contains("cluster_known_nodes:" + NODES);
        }
    }
}
