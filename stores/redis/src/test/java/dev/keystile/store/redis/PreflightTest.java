package dev.keystile.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.store.StoreException;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.engine.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** What the stores look at before they trust a server. */
class PreflightTest {

    private static final RedisSettings EVICTION_ALLOWED =
            RedisSettings.defaults().allowingVolatileEviction();

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random"})
    void aServerThatEvictsAnyKeyIsRefusedWhateverWasAllowed(String policy) {
        withServer(
                "--maxmemory-policy " + policy,
                jedis -> assertThatThrownBy(() -> new RedisCredentialStore(jedis, EVICTION_ALLOWED))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(policy)
                        .hasMessageContaining("Set maxmemory-policy noeviction"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"volatile-lru", "volatile-ttl"})
    void aServerThatEvictsWhatHasATimeToLiveIsRefusedUnlessThatIsAllowed(String policy) {
        withServer("--maxmemory-policy " + policy, jedis -> {
            assertThatThrownBy(() -> new RedisTokenLedger(jedis))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(policy)
                    .hasMessageContaining("allowingVolatileEviction()");
            assertThat(logOf(() -> new RedisTokenLedger(jedis, EVICTION_ALLOWED)))
                    .contains("may evict revocations");
        });
    }

    @Test
    void oneNodeOfAClusterThatEvictsIsEnough() {
        try (Jedis node = TestServer.CLUSTER.processes().get(2).connect()) {
            node.configSet("maxmemory-policy", "allkeys-lru");
            assertThatThrownBy(() -> new RedisReplayGuard(TestServer.CLUSTER.jedis()))
                    .isInstanceOf(IllegalStateException.class);
            node.configSet("maxmemory-policy", "noeviction");
        }
    }

    @Test
    void aServerThatWritesNothingToDiskIsWarnedOf() {
        withServer(
                "--save ",
                jedis -> assertThat(logOf(() -> new RedisCredentialStore(jedis)))
                        .contains("is not known to write to disk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--appendonly yes", "--save 900 1"})
    void aServerThatWritesToDiskIsNot(String option) {
        withServer(
                option,
                jedis ->
                        assertThat(logOf(() -> new RedisCredentialStore(jedis))).isEmpty());
    }

    @Test
    void aPoolThatWaitsForEverIsWarnedOf() {
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
                UnifiedJedis jedis = RedisClient.create("127.0.0.1", server.port())) {
            assertThat(logOf(() -> new RedisCredentialStore(jedis))).contains("waits for ever");
        }
    }

    @Test
    void whereConfigIsForbiddenInfoIsAsked() {
        withServer("--maxmemory-policy allkeys-lru", jedis -> {
            forbid(jedis, "-config");

            assertThatThrownBy(() -> new RedisCredentialStore(jedis)).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void whatCannotBeAskedIsSaidAloud() {
        withServer("--appendonly yes", jedis -> {
            forbid(jedis, "-config");
            forbid(jedis, "-info");

            assertThat(logOf(() -> new RedisCredentialStore(jedis)))
                    .contains("EVICTION IS NOT CHECKED")
                    .contains("is not known to write to disk");
        });
    }

    @Test
    void aServerThatIsNotThereFailsAtTheStart() {
        RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
        try (UnifiedJedis jedis = Clients.ofServer(server.port())) {
            server.kill();

            String log = logOf(() -> assertThatThrownBy(() -> new RedisCredentialStore(jedis))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("can't be asked"));

            assertThat(log).contains("so they are not checked");
        }
    }

    private static void forbid(UnifiedJedis jedis, String command) {
        jedis.executeCommand(new CommandArguments(Protocol.Command.ACL)
                .add("SETUSER")
                .add("default")
                .add(command));
    }

    private interface Scene {
        void on(UnifiedJedis jedis);
    }

    private static void withServer(String option, Scene scene) {
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2, option.split(" ", -1));
                UnifiedJedis jedis = Clients.ofServer(server.port())) {
            scene.on(jedis);
        }
    }

    /** What is logged meanwhile. */
    private static String logOf(Runnable work) {
        PrintStream former = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(former);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
