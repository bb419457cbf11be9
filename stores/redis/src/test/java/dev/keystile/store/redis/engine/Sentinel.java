package dev.keystile.store.redis.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** A sentinel that watches a primary by itself, and makes its replica the primary when it is gone. */
public final class Sentinel implements AutoCloseable {

    private static final String WATCHED = "watched";
    private static final String TEMPLATE = """
            sentinel monitor %1$s 127.0.0.1 %2$d 1
            sentinel down-after-milliseconds %1$s 500
            sentinel failover-timeout %1$s 3000
            """;

    private final RedisProcess process;

    private Sentinel(RedisProcess process) {
        this.process = process;
    }

    /** Starts one for {@code servers}, and waits until it knows both. */
    public static Sentinel of(PrimaryWithReplica servers) {
        Path config = writeConfig(servers.primary().port());
        RedisProcess process = RedisProcess.startOn(config, RedisBinary.REDIS_6_2, "--sentinel");
        Patience.until("the sentinel knows the replica", () -> {
            try (Jedis jedis = process.connect()) {
                return jedis.sentinelMasters().get(0).get("num-slaves").equals("1");
            }
        });
        return new Sentinel(process);
    }

    /** A client that asks it where the primary is; to be closed by whoever asks. */
    public UnifiedJedis client() {
        return RedisSentinelClient.builder()
                .masterName(WATCHED)
                .poolConfig(Clients.pool(2, 1000))
                .sentinels(Set.of(new HostAndPort("127.0.0.1", process.port())))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .socketTimeoutMillis(2000)
                        .connectionTimeoutMillis(1000)
                        .build())
                .build();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path writeConfig(int port) {
        try {
            Path file =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "servers")), "sentinel", ".conf");
            return Files.writeString(file, TEMPLATE.formatted(WATCHED, port)).toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
