package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that is halted at each step of an exchange: the pair is wholly old or wholly new, and its holder goes on. */
@Tag("faults")
class HaltedNodeTest {

    private final TestServer server = TestServer.REDIS_7_0;
    private final RedisCredentialStore store = new RedisCredentialStore(server.jedis());

    @Test
    void whereverANodeDiesItsClientGoesOn() {
        assertThat(exchangeAndHaltAt(0, HaltingNode.HALTED))
                .as("before the command")
                .isFalse();
        assertThat(exchangeAndHaltAt(1, HaltingNode.HALTED)).as("after it").isTrue();
        assertThat(exchangeAndHaltAt(2, HaltingNode.ANSWERED))
                .as("after the answer")
                .isTrue();
    }

    /** Whether the exchange has happened; it must be whole, and whoever holds the pair that was presented goes on. */
    private boolean exchangeAndHaltAt(int step, int expectedExit) {
        Someone someone = Someone.unique();
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        assertThat(haltAt(step, someone)).isEqualTo(expectedExit);

        StoredCredential successor = someone.next(someone.pair(), HaltingNode.SUCCESSOR);
        boolean happened = store.find(successor.lookup(), NOW).equals(new FindResult.Live(successor));
        assertThat(store.find(someone.pair().lookup(), NOW))
                .isEqualTo(happened ? new FindResult.Spent(someone.pair()) : new FindResult.Live(someone.pair()));
        assertThat(store.exchange(someone.refresh(someone.pair(), LENIENT)))
                .isEqualTo(happened ? new ExchangeResult.Raced<>(successor) : new ExchangeResult.Exchanged<>());
        return happened;
    }

    private int haltAt(int step, Someone someone) {
        try (Jvm node = new Jvm(HaltingNode.class, server.port(), someone.name(), step)) {
            return node.exitCode();
        }
    }
}
