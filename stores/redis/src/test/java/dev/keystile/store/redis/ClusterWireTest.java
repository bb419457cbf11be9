package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Detour;
import dev.keystile.store.redis.instrument.Detour.Direction;
import dev.keystile.store.redis.instrument.Detour.Mishap;
import dev.keystile.store.redis.instrument.Someone;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;

/**
 * The client of a cluster says a command again by itself when a connection breaks, without being asked. Scripts recognise the
 * call, so that the second answer is what the first one was.
 */
class ClusterWireTest {

    private static final Pattern SCRIPT = Pattern.compile("EVALSHA");

    private final Map<Integer, Detour> detours = TestServer.CLUSTER.processes().stream()
            .map(RedisProcess::port)
            .collect(Collectors.toMap(Function.identity(), Detour::new));
    private final UnifiedJedis jedis = Clients.ofCluster(
            TestServer.CLUSTER.port(),
            node -> new HostAndPort("127.0.0.1", detours.get(node.getPort()).port()));
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final Someone someone = Someone.unique();

    @AfterEach
    void close() {
        jedis.close();
        all().forEach(Detour::close);
    }

    @Test
    void anAnswerThatIsCutOffIsGivenOnceMore() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        Exchange exchange = someone.refresh(someone.pair(), STRICT);
        loadExchangeScript();
        all().forEach(detour -> {
            detour.takeWords();
            detour.plan(Mishap.CUT, Direction.BACK, 0, 1);
        });

        assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());

        String words = all().stream().map(Detour::takeWords).collect(Collectors.joining());
        assertThat(SCRIPT.split(words, -1)).as("said twice").hasSize(3);
        assertThat(store.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Live(exchange.successor()));
    }

    @Test
    void aLoginThatIsCutOffIsIssuedOnce() {
        store.find(someone.pair().lookup(), NOW);
        all().forEach(detour -> detour.plan(Mishap.CUT, Direction.BACK, 0, 1));

        store.issue(someone.pair(), LoginPolicy.independent(2), NOW);

        all().forEach(Detour::mend);
        assertThat(store.revokeAll(someone.user(), NOW)).isEqualTo(1);
    }

    /** So that nothing but the call itself is on the wire. */
    private void loadExchangeScript() {
        store.exchange(someone.refresh(someone.next(someone.pair(), "unknown"), STRICT));
    }

    @Test
    void aChangeThatWaitsForReplicasAndIsCutOffForGoodFails() {
        RedisCredentialStore waiting =
                new RedisCredentialStore(jedis, RedisSettings.defaults().acknowledgedBy(1, Duration.ofMillis(100)));
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        all().forEach(detour -> detour.plan(Mishap.CUT, Direction.BACK, 0, Integer.MAX_VALUE));

        assertThatThrownBy(() -> waiting.exchange(someone.refresh(someone.pair(), STRICT)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not known to have done so");
        all().forEach(Detour::mend);
    }

    private Collection<Detour> all() {
        return detours.values();
    }
}
