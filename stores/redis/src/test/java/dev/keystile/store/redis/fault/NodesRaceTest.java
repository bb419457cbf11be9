package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four nodes, each a JVM with eight threads, race for ten thousand pairs and as many tokens. */
@Tag("faults")
class NodesRaceTest {

    private static final int NODES = 4;
    private static final int HEATS = Integer.getInteger("keystile.race.pairs", 10_000) / RacingNode.PRIZES_A_HEAT;

    @ParameterizedTest
    @EnumSource(
            value = TestServer.class,
            names = {"REDIS_7_0", "CLUSTER"})
    void everyPairAndEveryTokenIsWonExactlyOnce(TestServer server) {
        RedisCredentialStore store = new RedisCredentialStore(server.jedis());
        List<Jvm> nodes = IntStream.range(0, NODES)
                .mapToObj(number -> new Jvm(RacingNode.class, server, server.port(), "node-" + number))
                .toList();
        for (int heat = 0; heat < HEATS; heat++) {
            RacingNode.prizes(heat).forEach(prize -> store.issue(prize.pair(), LoginPolicy.reuse(), NOW));
            int number = heat;
            nodes.forEach(node -> node.tell(number));
            List<String> wins =
                    nodes.stream().flatMap(node -> node.listen().stream()).toList();

            Map<String, String> pairs = winners("pair", wins);
            assertThat(winners("token", wins)).hasSize(RacingNode.PRIZES_A_HEAT);
            assertThat(pairs).hasSize(RacingNode.PRIZES_A_HEAT);
            RacingNode.prizes(heat).forEach(prize -> assertSuccessorLives(prize, pairs.get(prize.name()), store));
        }
        nodes.forEach(Jvm::close);
    }

    private static void assertSuccessorLives(Someone prize, String winner, RedisCredentialStore store) {
        StoredCredential successor = prize.next(prize.pair(), winner);
        assertThat(store.find(successor.lookup(), NOW)).isEqualTo(new FindResult.Live(successor));
        assertThat(store.find(prize.pair().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    /** Who won which prize; that two won the same one is an error. */
    private static Map<String, String> winners(String kind, List<String> wins) {
        return wins.stream()
                .map(win -> win.split(" ", -1))
                .filter(words -> words[0].equals(kind))
                .collect(Collectors.toMap(words -> words[1], words -> words[2]));
    }
}
