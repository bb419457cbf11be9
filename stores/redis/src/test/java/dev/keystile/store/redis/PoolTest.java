package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.PrimaryWithReplica;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenReference;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** A pool that has no connection left, a server that stands still, and one that refuses: the call fails in time and says why. */
class PoolTest {

    private static final int PATIENCE_MILLIS = 500;
    private static final Duration MOST_PATIENCE = Duration.ofMillis(4 * PATIENCE_MILLIS + 1000);

    private final Someone someone = Someone.unique();

    @Test
    void whoGetsNoConnectionFailsAndCanDoItAgain() {
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
                UnifiedJedis jedis = Clients.ofServer(server.port(), 1, PATIENCE_MILLIS)) {
            RedisCredentialStore store = loggedInAt(jedis);
            Exchange exchange = someone.refresh(someone.pair(), STRICT);
            try (AbstractPipeline holder = jedis.pipelined()) {
                assertTimeout(
                        MOST_PATIENCE,
                        () -> assertThatThrownBy(() -> store.exchange(exchange))
                                .isInstanceOf(StoreException.class)
                                .hasMessageContaining("No connection to exchange a credential"));
                holder.sync();
            }

            assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());
        }
    }

    @Test
    void aServerThatStandsStillFailsTheCallInTime() {
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
                UnifiedJedis jedis = Clients.ofServer(server.port(), 1, PATIENCE_MILLIS)) {
            RedisCredentialStore store = loggedInAt(jedis);
            server.freeze();

            assertTimeout(
                    MOST_PATIENCE,
                    () -> assertThatThrownBy(() -> store.exchange(someone.refresh(someone.pair(), STRICT)))
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("not known to have done so"));
            server.thaw();
        }
    }

    @ParameterizedTest
    @EnumSource(RedisBinary.class)
    void aServerThatIsFullRefusesLoginsAndStillRefreshesAndLogsOut(RedisBinary binary) {
        try (RedisProcess server = RedisProcess.start(binary);
                UnifiedJedis jedis = Clients.ofServer(server.port())) {
            RedisCredentialStore store = loggedInAt(jedis);
            Exchange first = someone.refresh(someone.pair(), STRICT);
            Exchange second = someone.refresh(first.successor(), LENIENT);
            jedis.configSet("maxmemory", "1");

            assertThatThrownBy(() -> store.issue(someone.pair("another"), LoginPolicy.independent(2), NOW))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The server did not issue a credential (OOM); nothing changed.");
            assertThat(store.exchange(first)).isEqualTo(new ExchangeResult.Exchanged<>());
            assertThat(store.exchange(second)).isEqualTo(new ExchangeResult.Exchanged<>());
            assertThat(store.revokeAll(someone.user(), NOW)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(RedisBinary.class)
    void aServerThatIsFullRefusesWhateverIsWrittenDownOfTokens(RedisBinary binary) {
        try (RedisProcess server = RedisProcess.start(binary);
                UnifiedJedis jedis = Clients.ofServer(server.port())) {
            RedisTokenLedger ledger = new RedisTokenLedger(jedis);
            TokenReference token = someone.token();
            jedis.configSet("maxmemory", "1");

            assertIsFull(() -> ledger.exchange(someone.spend(STRICT, NOW)));
            assertIsFull(() -> ledger.revokeFamily(token.holder(), token.family(), NOW, END));
            assertIsFull(() -> ledger.revokeLoginsBefore(token.holder(), NOW, NOW, END));
        }
    }

    private static void assertIsFull(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StoreException.class).hasMessageContaining("(OOM); nothing changed.");
    }

    @Test
    void aReplicaRefusesEveryChangeAndNothingOfTheKeyIsTold() {
        try (PrimaryWithReplica pair = PrimaryWithReplica.start();
                UnifiedJedis jedis = Clients.ofServer(pair.replica().port())) {
            RedisCredentialStore store = new RedisCredentialStore(jedis);

            assertThatThrownBy(() -> store.issue(someone.pair(), LoginPolicy.reuse(), NOW))
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching("The server did not issue a credential \\([A-Z]+\\); nothing changed.")
                    .hasRootCauseMessage(
                            JedisDataException.class.getName() + ", its message left out because it may quote values");
        }
    }

    private RedisCredentialStore loggedInAt(UnifiedJedis jedis) {
        RedisCredentialStore store = new RedisCredentialStore(jedis);
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        return store;
    }
}
