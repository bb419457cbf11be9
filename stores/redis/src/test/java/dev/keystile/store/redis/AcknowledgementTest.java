package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.PrimaryWithReplica;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** Changes that count once replicas have them. */
class AcknowledgementTest {

    private static final RedisSettings ONE_REPLICA = RedisSettings.defaults().acknowledgedBy(1, Duration.ofSeconds(1));

    private final Someone someone = Someone.unique();

    @Test
    void aChangeThatTheReplicaHasIsAnswered() {
        try (PrimaryWithReplica pair = PrimaryWithReplica.start();
                UnifiedJedis jedis = Clients.ofServer(pair.primary().port())) {
            RedisCredentialStore store = new RedisCredentialStore(jedis, ONE_REPLICA);
            store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
            try (Jedis primary = pair.primary().connect()) {
                primary.scriptFlush();
            }

            assertThat(store.exchange(someone.refresh(someone.pair(), LENIENT)))
                    .isEqualTo(new ExchangeResult.Exchanged<>());
        }
    }

    @Test
    void aChangeThatTheReplicaHasNotFailsAndItsCallerGoesOnInTheGraceWindow() {
        try (PrimaryWithReplica pair = PrimaryWithReplica.start();
                UnifiedJedis jedis = Clients.ofServer(pair.primary().port())) {
            RedisCredentialStore store = new RedisCredentialStore(jedis, ONE_REPLICA);
            store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
            Exchange exchange = someone.refresh(someone.pair(), LENIENT);
            pair.replica().freeze();

            assertThatThrownBy(() -> store.exchange(exchange))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("0 of 1 replicas acknowledged in time");
            assertThatThrownBy(() -> store.exchange(someone.refresh(someone.pair(), LENIENT)))
                    .as("the answer to whoever raced is not known to last either")
                    .isInstanceOf(StoreException.class);

            pair.replica().thaw();
            assertThat(store.exchange(someone.refresh(someone.pair(), LENIENT)))
                    .isEqualTo(new ExchangeResult.Raced<>(exchange.successor()));
        }
    }

    @Test
    void aClusterIsAskedAtTheNodeThatChanged() {
        RedisCredentialStore store = new RedisCredentialStore(TestServer.CLUSTER.jedis(), ONE_REPLICA);

        assertThatThrownBy(() -> store.issue(someone.pair(), LoginPolicy.reuse(), NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("0 of 1 replicas acknowledged in time");
        new RedisCredentialStore(TestServer.CLUSTER.jedis()).revokeAll(someone.user(), NOW);
    }
}
