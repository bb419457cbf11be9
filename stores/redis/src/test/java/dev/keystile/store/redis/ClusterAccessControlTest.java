package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisClusterOfThree;
import dev.keystile.store.redis.engine.SlotMove;
import dev.keystile.store.redis.instrument.Someone;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** The rights that {@code docs/stores.md} lists for a cluster are enough, also while it moves a slot. */
class ClusterAccessControlTest {

    private static final String[] RIGHTS = (AccessControlTest.RIGHTS + " +asking +cluster|slots").split(" ", -1);

    private final StoredCredential pair = Someone.unique().pair();

    @Test
    void aPairIsIssuedAndIsFoundOnItsWay() {
        try (RedisClusterOfThree cluster = RedisClusterOfThree.start();
                UnifiedJedis jedis = clientOf(cluster)) {
            RedisCredentialStore store = new RedisCredentialStore(jedis);
            store.issue(pair, LoginPolicy.reuse(), NOW);
            byte[] shelf =
                    new KeyNames("keystile").credentials(pair.lookup().tag()).get(0);
            SlotMove.begin(cluster, shelf).carry(shelf);

            assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
        }
    }

    private static UnifiedJedis clientOf(RedisClusterOfThree cluster) {
        cluster.nodes().forEach(node -> {
            try (Jedis operator = node.connect()) {
                operator.aclSetUser("keystile", RIGHTS);
            }
        });
        return RedisClusterClient.builder()
                .nodes(Set.of(new HostAndPort("127.0.0.1", cluster.port())))
                .poolConfig(Clients.pool(2, 1000))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user("keystile")
                        .password(AccessControlTest.PASSWORD)
                        .build())
                .build();
    }
}
