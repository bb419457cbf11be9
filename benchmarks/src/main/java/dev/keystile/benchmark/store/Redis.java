package dev.keystile.benchmark.store;

import dev.keystile.store.redis.RedisCredentialStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** Redis, which takes a snapshot once a day and so never while it is measured. */
final class Redis implements Engine {

    private static final int CONNECTIONS = 10;
    private static final int TIMEOUT_MILLIS = 2000;

    private final RedisServer server;
    private final RedisClient client;
    private final PairTable store;
    private final PairTable byHand;

    Redis() throws IOException {
        int port = freePort();
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save 86400 1")
                .onShutdownForceStop(true)
                .build();
        server.start();
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
        client = RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .poolConfig(pool)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(TIMEOUT_MILLIS)
                        .socketTimeoutMillis(TIMEOUT_MILLIS)
                        .build())
                .build();
        store = new StoreTable(new RedisCredentialStore(client));
        byHand = new RedisByHand(client);
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public PairTable store() {
        return store;
    }

    @Override
    public PairTable byHand() {
        return byHand;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException("Redis doesn't stop.", failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
