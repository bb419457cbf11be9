package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static dev.keystile.store.redis.instrument.Someone.WATCHFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.PrimaryWithReplica;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.instrument.Detour;
import dev.keystile.store.redis.instrument.Parrot;
import dev.keystile.store.redis.instrument.Someone;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/**
 * Where replicas are to acknowledge, every answer comes with something that goes to them, whatever it is: since Redis 7.2
 * {@code WAIT} waits for nothing else than what its own connection wrote.
 */
@ParameterizedClass
@EnumSource(RedisBinary.class)
class PropagationTest {

    private static final long LATE = NOW + 60_001;
    private static final Pattern OFFSET = Pattern.compile("master_repl_offset:(\\d+)");

    private final PrimaryWithReplica servers;
    private final Jedis primary;
    private final Detour detour;
    private final UnifiedJedis jedis;
    private final RedisCredentialStore store;
    private final RedisTokenLedger ledger;
    private final RedisReplayGuard guard;
    private final Someone someone = Someone.unique();
    private final StoredCredential pair = someone.pair();

    PropagationTest(RedisBinary binary) {
        RedisSettings oneReplica = RedisSettings.defaults().acknowledgedBy(1, Duration.ofSeconds(1));
        this.servers = PrimaryWithReplica.start(binary);
        this.primary = servers.primary().connect();
        primary.configSet("repl-ping-replica-period", "3600"); // or the offset would move by itself
        this.detour = new Detour(servers.primary().port());
        this.jedis = Clients.ofServer(detour.port());
        this.store = new RedisCredentialStore(jedis, oneReplica);
        this.ledger = new RedisTokenLedger(jedis, oneReplica);
        this.guard = new RedisReplayGuard(jedis, oneReplica);
    }

    @AfterEach
    void close() {
        jedis.close();
        detour.close();
        primary.close();
        servers.close();
    }

    @Test
    void aLoginPropagatesAndSoDoesItsCopy() {
        assertPropagatesTwice(() -> store.issue(pair, LoginPolicy.reuse(), NOW));
    }

    @Test
    void aLoginThatReturnsTheLivePairPropagates() {
        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertPropagatesTwice(() -> store.issue(someone.pair("second"), LoginPolicy.reuse(), NOW));
    }

    @Test
    void aLoginThatIsTakenPropagates() {
        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertPropagatesTwice(() -> assertThatThrownBy(() -> store.issue(pair, LoginPolicy.independent(2), NOW))
                .isInstanceOf(StoreException.class));
    }

    @Test
    void anExchangePropagatesAndSoDoesItsCopy() {
        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertPropagatesTwice(() -> store.exchange(someone.refresh(pair, STRICT)));
    }

    @Test
    void whoRacedIsAnsweredWithAWrite() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(pair, LENIENT));

        assertPropagatesTwice(() -> store.exchange(someone.refresh(pair, LENIENT)));
    }

    @Test
    void aReusePropagatesAndSoDoesATheft() {
        store.issue(pair, LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(pair, WATCHFUL));

        assertPropagatesTwice(() -> store.exchange(someone.refresh(pair, WATCHFUL)));
        assertPropagatesTwice(() -> store.exchange(someone.refresh(pair, WATCHFUL, LATE)));
    }

    @Test
    void whatIsUnknownPropagatesOnAnEmptyShelfAndLeavesNothing() {
        assertPropagatesTwice(() -> store.exchange(someone.refresh(pair, STRICT)));
        assertPropagatesTwice(() -> store.revoke(pair.user(), pair.family(), NOW));

        assertThat(primary.keys("*")).isEmpty();
    }

    @Test
    void aLogoutPropagatesAndSoDoesItsCopy() {
        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertPropagatesTwice(() -> store.revoke(pair.user(), pair.family(), NOW));
        assertPropagatesTwice(() -> store.revoke(pair.user(), pair.family(), NOW));
    }

    @Test
    void aLogoutOfAllPropagatesAndSoDoesItsCopy() {
        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertPropagatesTwice(() -> store.revokeAll(pair.user(), NOW));
        assertPropagatesTwice(() -> store.revokeAll(pair.user(), NOW));
    }

    @Test
    void whateverIsAnsweredOfATokenPropagates() {
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(LENIENT, NOW)));
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(LENIENT, NOW)));
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(STRICT, NOW)));
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(WATCHFUL, NOW)));
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(WATCHFUL, LATE)));
        assertPropagatesTwice(() -> ledger.exchange(someone.spend(WATCHFUL, LATE)));
    }

    @Test
    void aRevocationPropagatesThoughItAddsNothing() {
        Runnable family = () ->
                ledger.revokeFamily(someone.token().holder(), someone.token().family(), NOW, END);
        Runnable logins = () -> ledger.revokeLoginsBefore(someone.token().holder(), NOW, NOW, END);

        assertPropagatesTwice(family);
        assertPropagatesTwice(family);
        assertPropagatesTwice(logins);
        assertPropagatesTwice(logins);
    }

    @Test
    void aUsePropagatesWhetherFirstOrNot() {
        assertPropagatesTwice(() -> guard.isFirstUse(pair.lookup(), new byte[32], END, NOW));
        assertPropagatesTwice(() -> guard.isFirstUse(pair.lookup(), new byte[32], END, NOW));
    }

    /** That {@code call} does, and a copy of its bytes as well. */
    private void assertPropagatesTwice(Runnable call) {
        long before = offset();
        String words = Parrot.listen(detour, call);
        long between = offset();
        repeat(words);

        assertThat(between).as("the call").isGreaterThan(before);
        assertThat(offset()).as("its copy").isGreaterThan(between);
    }

    private void repeat(String words) {
        try {
            Parrot.repeat(words, servers.primary().port());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long offset() {
        Matcher offset = OFFSET.matcher(primary.info("replication"));
        assertThat(offset.find()).isTrue();
        return Long.parseLong(offset.group(1));
    }
}
