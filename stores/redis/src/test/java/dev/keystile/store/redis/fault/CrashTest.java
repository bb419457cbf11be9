package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisTokenLedger;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenStanding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/**
 * A server that is killed by {@code kill -9} in the middle of refreshes and logouts. With {@code appendfsync always} it comes
 * up again with all that it has answered; without a file of appends it has forgotten.
 */
@Tag("faults")
class CrashTest {

    private static final int CRASHES = 3;

    @ParameterizedTest
    @EnumSource(RedisBinary.class)
    void nobodyIsLoggedOutByACrashAndNothingIsUndone(RedisBinary binary) throws Exception {
        try (RedisProcess server = RedisProcess.start(binary, "--appendonly", "yes", "--appendfsync", "always");
                UnifiedJedis jedis = Clients.ofServer(server.port());
                Crowd crowd = new Crowd(new RedisCredentialStore(jedis), new RedisTokenLedger(jedis))) {
            for (int crash = 0; crash < CRASHES; crash++) {
                crowd.awaitRefreshes();
                server.kill();
                server.restart();
            }
            crowd.awaitRefreshes();

            crowd.goHome();
            assertThat(crowd.unanswered()).as("the crashes were noticed").isPositive();
        }
    }

    @Test
    void aServerThatForgetsItsScriptsAllTheTimeIsNotEvenNoticed() throws Exception {
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_7_0);
                UnifiedJedis jedis = Clients.ofServer(server.port());
                Jedis operator = server.connect();
                Crowd crowd = new Crowd(new RedisCredentialStore(jedis), new RedisTokenLedger(jedis))) {
            for (int flush = 0; flush < 20; flush++) {
                crowd.awaitRefreshes();
                operator.scriptFlush();
            }

            crowd.goHome();
            assertThat(crowd.unanswered()).isZero();
        }
    }

    @Test
    void withoutAFileOfAppendsACrashForgetsEverything() {
        Someone someone = Someone.unique();
        try (RedisProcess server = RedisProcess.start(RedisBinary.REDIS_7_0);
                UnifiedJedis jedis = Clients.ofServer(server.port())) {
            RedisCredentialStore store = new RedisCredentialStore(jedis);
            RedisTokenLedger ledger = new RedisTokenLedger(jedis);
            store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
            ledger.exchange(someone.spend(LENIENT, NOW));

            server.kill();
            server.restart();

            assertThat(store.find(someone.pair().lookup(), NOW))
                    .as("everybody is logged out")
                    .isEqualTo(new FindResult.Unknown());
            assertThat(ledger.standing(someone.token(), NOW))
                    .as("what was spent or revoked is good again")
                    .isEqualTo(TokenStanding.GOOD);
        }
    }
}
