package dev.keystile.example.common;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcJanitor;
import dev.keystile.store.jdbc.JdbcLoginThrottle;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.JdbcTokenLedger;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisLoginThrottle;
import dev.keystile.store.redis.RedisTokenLedger;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottleKey;
import dev.keystile.store.token.TokenLedger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where the examples keep pairs, what speaks against tokens, and if they are asked to, failed logins.
 *
 * @param credentials the pairs
 * @param ledger the spent tokens and the revocations
 * @param throttle the failed logins, counted under names that a key makes
 * @param release gives back what they hold
 */
record DemoStores(
        CredentialStore credentials,
        TokenLedger ledger,
        Function<ThrottleKey, LoginThrottle> throttle,
        Runnable release)
        implements AutoCloseable {

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

    /** The first connection to a file repairs it after a crash. Whoever gives up sooner begins anew at the next start. */
    private static final Duration REPAIR_WAIT = Duration.ofSeconds(60);

    private static final int REDIS_CONNECTIONS = 32;

    /**
     * The stores at {@code url}, with the tables made where there are none, and swept after every {@code sweepPause}.
     *
     * @throws dev.keystile.store.StoreException if they can't be reached
     */
    static DemoStores open(String url, Duration sweepPause) {
        if (url.equals(DemoSettings.MEMORY)) {
            return new DemoStores(
                    new InMemoryCredentialStore(),
                    new InMemoryTokenLedger(),
                    key -> new InMemoryLoginThrottle(),
                    () -> {});
        }
        return url.startsWith("redis") ? redis(url) : database(url, sweepPause);
    }

    private static DemoStores database(String url, Duration sweepPause) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(writingAtOnce(url));
        pool.setConnectionTimeout((isFile(url) ? REPAIR_WAIT : CONNECTION_WAIT).toMillis());
        pool.setInitializationFailTimeout(-1);
        HikariDataSource connections = new HikariDataSource(pool);
        JdbcSchema.of(connections).createIfAbsent();
        connections.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        JdbcJanitor janitor = new JdbcJanitor(connections).start(sweepPause, Clock.systemUTC());
        return new DemoStores(
                new JdbcCredentialStore(connections),
                new JdbcTokenLedger(connections),
                key -> new JdbcLoginThrottle(connections, key),
                () -> {
                    janitor.close();
                    connections.close();
                });
    }

    /** H2 otherwise writes half a second after it has answered, which a store that is asked for promises doesn't accept. */
    private static String writingAtOnce(String url) {
        return isFile(url) && !url.contains("WRITE_DELAY") ? url + ";WRITE_DELAY=0" : url;
    }

    private static boolean isFile(String url) {
        return url.startsWith("jdbc:h2:");
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
        return new DemoStores(
                new RedisCredentialStore(jedis),
                new RedisTokenLedger(jedis),
                key -> new RedisLoginThrottle(jedis, key),
                jedis::close);
    }

    @Override
    public void close() {
        release.run();
    }
}
