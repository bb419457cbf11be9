package dev.keystile.store.redis.engine;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import redis.clients.jedis.UnifiedJedis;

/** The servers that the stores are tested on, each started when a test asks for it, and the same one for all tests of a JVM. */
public enum TestServer {
    /** One server, the oldest that is served. */
    REDIS_6_2,
    /** One server, the newest that is at hand. */
    REDIS_7_0,
    /** Three servers. */
    CLUSTER;

    private static final ConcurrentMap<TestServer, List<RedisProcess>> RUNNING = new ConcurrentHashMap<>();
    private static final ConcurrentMap<TestServer, UnifiedJedis> CLIENTS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<TestServer, UnifiedJedis> OTHER_CLIENTS = new ConcurrentHashMap<>();

    /** Its processes: one, or three. */
    public List<RedisProcess> processes() {
        return RUNNING.computeIfAbsent(this, TestServer::start);
    }

    /** Where a client begins. */
    public int port() {
        return processes().get(0).port();
    }

    /** A client that all tests share. */
    public UnifiedJedis jedis() {
        return CLIENTS.computeIfAbsent(this, server -> client(server.port()));
    }

    /** Another, with connections of its own. */
    public UnifiedJedis otherJedis() {
        return OTHER_CLIENTS.computeIfAbsent(this, server -> client(server.port()));
    }

    /** A client that begins at {@code port}; to be closed by whoever asks. */
    public UnifiedJedis client(int port) {
        return this == CLUSTER ? Clients.ofCluster(port) : Clients.ofServer(port);
    }

    private List<RedisProcess> start() {
        return switch (this) {
            case REDIS_6_2 -> List.of(RedisProcess.start(RedisBinary.REDIS_6_2));
            case REDIS_7_0 -> List.of(RedisProcess.start(RedisBinary.REDIS_7_0));
            case CLUSTER -> RedisClusterOfThree.start().nodes();
        };
    }
}
