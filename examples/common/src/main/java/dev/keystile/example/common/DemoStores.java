package dev.keystile.example.common;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcJanitor;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisTokenLedger;
import dev.keystile.store.token.TokenLedger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where the examples keep pairs, and what speaks against tokens.
 *
 * @param credentials the pairs
 * @param ledger the spent tokens and the revocations
 * @param release gives back what the two hold
 */
record DemoStores(CredentialStore credentials, TokenLedger ledger, Runnable release) implements AutoCloseable {

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);
    private static final int REDIS_CONNECTIONS = 32;
    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(5);

    /**
     * The stores at {@code url}, with the tables made where there are none.
     *
     * @throws dev.keystile.store.StoreException if they can't be reached
     */
    static DemoStores open(String url) {
        if (url.equals(DemoSettings.MEMORY)) {
            return new DemoStores(new InMemoryCredentialStore(), new InMemoryTokenLedger(), () -> {});
        }
        return url.startsWith("redis") ? redis(url) : database(url);
    }

    private static DemoStores database(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(writingAtOnce(url));
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.setInitializationFailTimeout(-1);
        HikariDataSource connections = new HikariDataSource(pool);
        JdbcSchema.of(connections).createIfAbsent();
        JdbcJanitor janitor = new JdbcJanitor(connections).start(SWEEP_PAUSE, Clock.systemUTC());
        return new DemoStores(new JdbcCredentialStore(connections), new JdbcTokenLedger(connections), () -> {
            janitor.close();
            connections.close();
        });
    }

    /** H2 otherwise writes half a second after it has answered, which a store that is asked for promises doesn't accept. */
    private static String writingAtOnce(String url) {
        return url.startsWith("jdbc:h2:") && !url.contains("WRITE_DELAY") ? url + ";WRITE_DELAY=0" : url;
    }

    private static DemoStores redis(String url) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(REDIS_CONNECTIONS);
        pool.setMaxWait(CONNECTION_WAIT);
        URI server = URI.create(url);
        UnifiedJedis jedis = RedisClient.builder()
                .poolConfig(pool)
                .hostAndPort(JedisURIHelper.getHostAndPort(server))
                .clientConfig(DefaultJedisClientConfig.builder(server).build())
                .build();
        return new DemoStores(new RedisCredentialStore(jedis), new RedisTokenLedger(jedis), jedis::close);
    }

    @Override
    public void close() {
        release.run();
    }
}
