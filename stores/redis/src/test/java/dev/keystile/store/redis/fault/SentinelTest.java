package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisSettings;
import dev.keystile.store.redis.engine.Patience;
import dev.keystile.store.redis.engine.PrimaryWithReplica;
import dev.keystile.store.redis.engine.Sentinel;
import dev.keystile.store.redis.instrument.Someone;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** A primary that dies while a sentinel watches: calls fail until the replica has taken over, and then everybody goes on. */
@Tag("faults")
class SentinelTest {

    private static final RedisSettings ONE_REPLICA = RedisSettings.defaults().acknowledgedBy(1, Duration.ofSeconds(1));

    @Test
    void whatTheReplicaHadIsThereAfterTheFailover() {
        Someone someone = Someone.unique();
        try (PrimaryWithReplica servers = PrimaryWithReplica.start();
                Sentinel sentinel = Sentinel.of(servers);
                UnifiedJedis jedis = sentinel.client()) {
            RedisCredentialStore store = new RedisCredentialStore(jedis, ONE_REPLICA);
            store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
            Exchange exchange = someone.refresh(someone.pair(), LENIENT);
            assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());

            servers.primary().kill();

            RedisCredentialStore alone = whenItAnswersAgain(jedis, someone);
            assertThat(alone.exchange(someone.refresh(exchange.successor(), LENIENT)))
                    .isEqualTo(new ExchangeResult.Exchanged<>());
        }
    }

    /** No replica is left to wait for. */
    private static RedisCredentialStore whenItAnswersAgain(UnifiedJedis jedis, Someone someone) {
        Patience.until(
                "the replica has taken over",
                () -> succeeds(() -> new RedisCredentialStore(jedis)
                        .revoke(someone.user(), Someone.unique().pair().family(), NOW)));
        return new RedisCredentialStore(jedis);
    }

    private static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (StoreException notYet) {
            return false;
        }
    }
}
