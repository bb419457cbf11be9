package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The rights that {@code docs/stores.md} lists are enough, and keys of others are out of reach. */
@ParameterizedClass
@EnumSource(RedisBinary.class)
class AccessControlTest {

    static final String PASSWORD = "Bluebell-in-Frost-3";
    static final String RIGHTS = "on >" + PASSWORD + " ~keystile:* -@all +eval +evalsha +wait +info +config|get +ping"
            + " +hget +hset +hdel +zadd +zrange +zrem +pttl +pexpire +set +get +time";

    private final RedisProcess server;
    private final UnifiedJedis jedis;
    private final Someone someone = Someone.unique();

    AccessControlTest(RedisBinary binary) {
        this.server = RedisProcess.start(binary);
        try (Jedis operator = server.connect()) {
            operator.aclSetUser("keystile", RIGHTS.split(" ", -1));
        }
        this.jedis = RedisClient.builder()
                .hostAndPort("127.0.0.1", server.port())
                .poolConfig(Clients.pool(2, 1000))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user("keystile")
                        .password(PASSWORD)
                        .build())
                .build();
    }

    @AfterEach
    void close() {
        jedis.close();
        server.close();
    }

    @Test
    void everyIntentIsAllowed() {
        RedisCredentialStore store = new RedisCredentialStore(jedis);
        RedisTokenLedger ledger = new RedisTokenLedger(jedis);

        store.issue(someone.pair(), LoginPolicy.replace(), NOW);
        assertThat(store.exchange(someone.refresh(someone.pair(), LENIENT)))
                .isEqualTo(new ExchangeResult.Exchanged<>());
        assertThat(store.revokeAll(someone.user(), END + 86_400_000)).isZero();
        assertThat(ledger.exchange(someone.spend(LENIENT, NOW))).isEqualTo(new ExchangeResult.Exchanged<>());
        ledger.revokeLoginsBefore(someone.token().holder(), NOW, NOW, END);
        assertThat(new RedisReplayGuard(jedis).isFirstUse(someone.pair().lookup(), new byte[32], END, NOW))
                .isTrue();
        assertThat(jedis.ping()).as("what pools ask idle connections").isEqualTo("PONG");
    }

    @Test
    void anotherNamespaceIsNot() {
        RedisCredentialStore other =
                new RedisCredentialStore(jedis, RedisSettings.defaults().withNamespace("other"));

        assertThatThrownBy(() -> other.issue(someone.pair(), LoginPolicy.reuse(), NOW))
                .isInstanceOf(StoreException.class)
                .hasMessage("The server did not issue a credential (NOPERM); nothing changed.");
    }
}
