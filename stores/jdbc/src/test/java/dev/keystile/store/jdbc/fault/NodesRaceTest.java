package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.Call;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.Linearizability;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import dev.keystile.store.jdbc.JdbcSchema;
import dev.keystile.store.jdbc.engine.TestEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four nodes, each a JVM of its own with eight threads, race for ten thousand pairs and as many tokens on one server, sixteen threads
 * for each. Of every prize the history of all nodes is put in order.
 */
@Tag("faults")
class NodesRaceTest {

    private static final int NODES = 4;
    private static final int HEATS = Integer.getInteger("keystile.race.pairs", 10_000) / RacingNode.LOGINS_A_HEAT;

    private final Set<Integer> winners = new HashSet<>();

    @ParameterizedTest
    @EnumSource(
            value = TestEngine.class,
            names = {"POSTGRESQL_18", "MARIADB_11"})
    void everyPairAndEveryTokenIsWonExactlyOnce(TestEngine engine) {
        try (HikariDataSource database = engine.emptyDatabase()) {
            JdbcSchema.of(database).createIfAbsent();
            JdbcCredentialStore store = new JdbcCredentialStore(database);
            List<ChildJvm> nodes = IntStream.range(0, NODES)
                    .mapToObj(number -> ChildJvm.start(RacingNode.class, database.getJdbcUrl(), String.valueOf(number)))
                    .toList();
            try {
                for (int heat = 0; heat < HEATS; heat++) {
                    List<KnownLogin> logins = RacingNode.logins(heat);
                    logins.parallelStream().forEach(login -> store.issue(login.first(), LoginPolicy.reuse(), NOW));
                    assertWonOnce(logins, run(heat, nodes), store);
                }
            } finally {
                nodes.forEach(ChildJvm::close);
            }
        }
        assertThat(winners).as("the nodes that were not always too late").hasSize(NODES);
    }

    /** What all nodes have seen in one heat, by what was raced for. */
    private static Map<String, List<RaceLine>> run(int heat, List<ChildJvm> nodes) {
        nodes.forEach(node -> node.say(String.valueOf(heat)));
        return nodes.stream()
                .flatMap(node -> node.hearUntil(RacingNode.DONE).stream())
                .map(RaceLine::parse)
                .collect(Collectors.groupingBy(RaceLine::prize));
    }

    private void assertWonOnce(List<KnownLogin> logins, Map<String, List<RaceLine>> seen, JdbcCredentialStore store) {
        assertThat(seen).hasSize(logins.size() * RaceLine.Kind.values().length);
        seen.values().forEach(this::assertWonOnce);
        for (KnownLogin login : logins) {
            RaceLine win = winOf(seen.get(RaceLine.Kind.PAIR + " " + login.name()));
            StoredCredential successor = login.successorOf(login.first(), win.candidate());
            assertThat(store.find(successor.lookup(), NOW)).isEqualTo(new FindResult.Live(successor));
        }
    }

    private void assertWonOnce(List<RaceLine> lines) {
        List<Call<LoginCalls>> calls = lines.stream().map(RaceLine::call).toList();
        assertThat(lines.stream().filter(RaceLine::isWin))
                .as(() -> "Winners of " + lines)
                .hasSize(1);
        assertThat(Linearizability.holds(LoginModel.strict(), new History<>(calls)))
                .as(() -> "There is no order of these calls in which each happens in one instant: " + lines)
                .isTrue();
        winners.add(winOf(lines).caller() / RacingNode.THREADS);
    }

    private static RaceLine winOf(List<RaceLine> lines) {
        return lines.stream().filter(RaceLine::isWin).findFirst().orElseThrow();
    }
}
