package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.Patience;
import dev.keystile.store.redis.engine.RedisClusterOfThree;
import dev.keystile.store.redis.engine.SlotMove;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** A cluster that moves a slot from one node to another while it is asked for what is there. */
class MovingSlotTest {

    private static RedisClusterOfThree cluster;

    private final UnifiedJedis jedis = Clients.ofCluster(cluster.port());
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final RedisTokenLedger ledger = new RedisTokenLedger(jedis);
    private final Someone someone = Someone.unique();
    private final StoredCredential pair = someone.pair();
    private final List<byte[]> keys =
            new KeyNames("keystile").credentials(pair.lookup().tag());

    @BeforeAll
    static void startCluster() {
        cluster = RedisClusterOfThree.start();
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    @AfterEach
    void close() {
        jedis.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPairIsFoundWhicheverOfItsKeysHasMoved(int moved) {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        move.carry(keys.get(moved));

        assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
        finish(move, keys.get(1 - moved));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theStandingOfATokenIsToldWhicheverOfItsKeysHasMoved(int moved) {
        List<byte[]> tokens = new KeyNames("keystile").tokens(someone.token().holder());
        ledger.exchange(someone.spend(LENIENT, NOW));
        SlotMove move = SlotMove.begin(cluster, tokens.get(0));
        move.carry(tokens.get(moved));

        assertThat(ledger.standing(someone.token(), NOW)).isEqualTo(TokenStanding.SPENT);
        finish(move, tokens.get(1 - moved));
    }

    @Test
    void aChangeWaitsUntilItsKeysAreTogetherAgain() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        move.carry(keys.get(0));
        long before = move.refusals("TRYAGAIN");
        CompletableFuture<Void> operator = CompletableFuture.runAsync(() -> {
            Patience.until("the change is refused", () -> move.refusals("TRYAGAIN") > before);
            finish(move, keys.get(1));
        });

        assertThat(store.exchange(someone.refresh(pair, STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
        operator.join();
    }

    @Test
    void theFirstLoginOnAShelfWaitsUntilTheSlotHasMoved() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        jedis.del(keys.toArray(byte[][]::new));
        long before = move.refusals("TRYAGAIN");
        CompletableFuture<Void> operator = CompletableFuture.runAsync(() -> {
            Patience.until("the login is refused", () -> move.refusals("TRYAGAIN") > before);
            move.end();
        });

        assertThat(store.issue(pair, LoginPolicy.reuse(), NOW)).isEqualTo(new IssueResult.Issued());
        operator.join();
    }

    @Test
    void aChangeDoesNotWaitForEver() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        move.carry(keys.get(0));

        assertThatThrownBy(() -> store.exchange(someone.refresh(pair, STRICT)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("(TRYAGAIN)")
                .hasMessageContaining("not known");
        finish(move, keys.get(1));
    }

    @Test
    void ofAClusterThatIsDownNoMoreIsClaimedThanIsKnown() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        keys.forEach(move::carry);
        move.end();
        try (Jedis owner = move.to().connect()) {
            owner.clusterDelSlots(move.slot());

            assertThatThrownBy(() -> store.exchange(someone.refresh(pair, STRICT)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("(CLUSTERDOWN)")
                    .hasMessageContaining("not known");

            owner.clusterAddSlots(move.slot());
            Patience.until("the cluster is up again", () -> owner.clusterInfo().contains("cluster_state:ok"));
        }
    }

    @Test
    void aChangeThatWaitsForReplicasFollowsASlotThatHasMoved() {
        RedisCredentialStore waiting =
                new RedisCredentialStore(jedis, RedisSettings.defaults().acknowledgedBy(1, Duration.ofMillis(50)));
        store.issue(pair, LoginPolicy.reuse(), NOW);
        Exchange exchange = someone.refresh(pair, STRICT);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        move.carry(keys.get(0));
        finish(move, keys.get(1));

        assertThatThrownBy(() -> waiting.exchange(exchange))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("0 of 1 replicas acknowledged in time");
        assertThat(store.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Live(exchange.successor()));
    }

    @Test
    void aChangeThatWaitsForReplicasWaitsUntilTheSlotHasMoved() {
        RedisCredentialStore waiting =
                new RedisCredentialStore(jedis, RedisSettings.defaults().acknowledgedBy(1, Duration.ofMillis(50)));
        store.issue(pair, LoginPolicy.reuse(), NOW);
        Exchange exchange = someone.refresh(pair, STRICT);
        SlotMove move = SlotMove.begin(cluster, keys.get(0));
        keys.forEach(move::carry);
        long before = move.refusals("ASK");
        CompletableFuture<Void> operator = CompletableFuture.runAsync(() -> {
            Patience.until("the change is refused", () -> move.refusals("ASK") > before);
            move.end();
        });

        assertThatThrownBy(() -> waiting.exchange(exchange))
                .hasMessageContaining("0 of 1 replicas acknowledged in time");
        operator.join();
        assertThat(store.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Live(exchange.successor()));
    }

    private static void finish(SlotMove move, byte[] rest) {
        move.carry(rest);
        move.end();
    }
}
