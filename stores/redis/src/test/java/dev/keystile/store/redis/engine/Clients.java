package dev.keystile.store.redis.engine;

import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.HostAndPortMapper;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** Clients as the guide recommends them: with pools whose waits are bounded, and short timeouts. */
public final class Clients {

    private static final int MOST_CONNECTIONS = 20;
    private static final int TIMEOUT_MILLIS = 2000;

    private Clients() {}

    /** A client of one server; to be closed by whoever asks. */
    public static UnifiedJedis ofServer(int port) {
        return ofServer(port, MOST_CONNECTIONS, TIMEOUT_MILLIS);
    }

    /** As {@link #ofServer(int)}, which waits at most {@code timeoutMillis} for a connection and for an answer. */
    public static UnifiedJedis ofServer(int port, int connections, int timeoutMillis) {
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .poolConfig(pool(connections, timeoutMillis))
                .clientConfig(timeouts(timeoutMillis).build())
                .build();
    }

    /** A client of a cluster, one of whose servers listens on {@code port}; to be closed by whoever asks. */
    public static UnifiedJedis ofCluster(int port) {
        return ofCluster(port, node -> node);
    }

    /** As {@link #ofCluster(int)}, which connects to the nodes by way of {@code detours}. */
    public static UnifiedJedis ofCluster(int port, HostAndPortMapper detours) {
        return RedisClusterClient.builder()
                .nodes(Set.of(new HostAndPort("127.0.0.1", port)))
                .poolConfig(pool(MOST_CONNECTIONS, TIMEOUT_MILLIS))
                .clientConfig(
                        timeouts(TIMEOUT_MILLIS).hostAndPortMapper(detours).build())
                .build();
    }

    /** A pool that nobody waits at for longer than {@code timeoutMillis}. */
    public static ConnectionPoolConfig pool(int connections, int timeoutMillis) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofMillis(timeoutMillis));
        return pool;
    }

    private static DefaultJedisClientConfig.Builder timeouts(int millis) {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis);
    }
}
