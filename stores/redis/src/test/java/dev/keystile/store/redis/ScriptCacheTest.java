package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** A server that forgets all scripts, as one that was restarted does, is told them again and nobody notices. */
@ParameterizedClass
@EnumSource(TestServer.class)
class ScriptCacheTest {

    private final TestServer server;
    private final RedisCredentialStore store;
    private final RedisTokenLedger ledger;
    private final Someone someone = Someone.unique();

    ScriptCacheTest(TestServer server) {
        this.server = server;
        this.store = new RedisCredentialStore(server.jedis());
        this.ledger = new RedisTokenLedger(server.jedis());
    }

    @Test
    void credentialsGoOn() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        forgetScripts();
        assertThat(store.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Live(someone.pair()));
        forgetScripts();
        assertThat(store.exchange(someone.refresh(someone.pair(), STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @Test
    void tokensGoOn() {
        forgetScripts();
        assertThat(ledger.exchange(someone.spend(LENIENT, NOW))).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    private void forgetScripts() {
        server.processes().forEach(process -> {
            try (Jedis jedis = process.connect()) {
                jedis.scriptFlush();
            }
        });
    }
}
