package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several revocations of the same at once: none fails, and the one that is kept longest counts. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class RevocationsTogetherTest {

    private static final int ROUNDS = 100;
    private static final int TOGETHER = 4;

    private final JdbcTokenLedger ledger;
    private final CyclicBarrier start = new CyclicBarrier(TOGETHER);
    private final ExecutorService nodes = Executors.newFixedThreadPool(TOGETHER);

    private interface Revocation {
        void of(TokenReference token, long untilMillis);
    }

    RevocationsTogetherTest(TestEngine engine) {
        this.ledger = new JdbcTokenLedger(engine.pool());
    }

    @AfterEach
    void close() {
        nodes.shutdownNow();
    }

    @Test
    void theLongestEndOfAFamilyCounts() throws Exception {
        assertLongestCounts((token, until) -> ledger.revokeFamily(token.holder(), token.family(), NOW, until));
    }

    @Test
    void theLongestMarkOfAUserCounts() throws Exception {
        assertLongestCounts((token, until) -> ledger.revokeLoginsBefore(token.holder(), NOW + 1, NOW, until));
    }

    private void assertLongestCounts(Revocation revocation) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TokenReference token = TestToken.of(TestLogin.user()).reference();
            for (Future<Void> node : nodes.invokeAll(revocations(token, revocation))) {
                node.get();
            }
            assertThat(ledger.standing(token, NOW + TOGETHER - 1)).isEqualTo(TokenStanding.REVOKED);
        }
    }

    private List<Callable<Void>> revocations(TokenReference token, Revocation revocation) {
        return IntStream.rangeClosed(1, TOGETHER)
                .<Callable<Void>>mapToObj(node -> () -> {
                    start.await();
                    revocation.of(token, NOW + node);
                    return null;
                })
                .toList();
    }
}
