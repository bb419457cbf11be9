package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisSettings;
import dev.keystile.store.redis.RedisTokenLedger;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.PrimaryWithReplica;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/**
 * A primary that dies while its replica lags. What {@code docs/stores.md} says of asynchronous replication is what happens
 * here: changes that were answered are undone. Those that had to wait for the replica aren't answered, so nothing that was is
 * undone.
 */
@Tag("faults")
class FailoverTest {

    private static final RedisSettings ONE_REPLICA = RedisSettings.defaults().acknowledgedBy(1, Duration.ofSeconds(1));

    private final PrimaryWithReplica servers = PrimaryWithReplica.start();
    private final UnifiedJedis before = Clients.ofServer(servers.primary().port());
    private final UnifiedJedis after = Clients.ofServer(servers.replica().port());
    private final Someone someone = Someone.unique();

    @AfterEach
    void close() {
        before.close();
        after.close();
        servers.close();
    }

    @Test
    void withoutWaitingAnAnsweredRefreshIsUndoneAndTheOldPairIsBack() {
        RedisCredentialStore store = new RedisCredentialStore(before);
        loginThatTheReplicaHas();
        servers.cutReplicaOff();
        Exchange exchange = someone.refresh(someone.pair(), STRICT);
        assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());

        servers.failOver();

        RedisCredentialStore heir = new RedisCredentialStore(after);
        assertThat(heir.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Live(someone.pair()));
        assertThat(heir.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    @Test
    void withoutWaitingAnAnsweredLogoutIsUndone() {
        RedisCredentialStore store = new RedisCredentialStore(before);
        loginThatTheReplicaHas();
        servers.cutReplicaOff();
        assertThat(store.revokeAll(someone.user(), NOW)).isEqualTo(1);

        servers.failOver();

        assertThat(new RedisCredentialStore(after).find(someone.pair().lookup(), NOW))
                .isEqualTo(new FindResult.Live(someone.pair()));
    }

    @Test
    void withoutWaitingARevokedTokenIsGoodAgain() {
        RedisTokenLedger ledger = new RedisTokenLedger(before);
        servers.cutReplicaOff();
        ledger.revokeLoginsBefore(someone.token().holder(), NOW + 1, NOW, END);
        assertThat(ledger.standing(someone.token(), NOW)).isEqualTo(TokenStanding.REVOKED);

        servers.failOver();

        assertThat(new RedisTokenLedger(after).standing(someone.token(), NOW)).isEqualTo(TokenStanding.GOOD);
    }

    @Test
    void whoWaitsForTheReplicaIsAnsweredNothingThatAFailoverUndoes() {
        RedisCredentialStore store = new RedisCredentialStore(before, ONE_REPLICA);
        RedisTokenLedger ledger = new RedisTokenLedger(before, ONE_REPLICA);
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        Exchange first = someone.refresh(someone.pair(), LENIENT);
        assertThat(store.exchange(first)).isEqualTo(new ExchangeResult.Exchanged<>());
        servers.cutReplicaOff();
        assertThatThrownBy(() -> store.exchange(someone.refresh(first.successor(), LENIENT)))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.revokeAll(someone.user(), NOW)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> ledger.exchange(someone.spend(LENIENT, NOW))).isInstanceOf(StoreException.class);

        servers.failOver();

        RedisCredentialStore heir = new RedisCredentialStore(after);
        assertThat(heir.find(first.successor().lookup(), NOW))
                .as("the pair that was answered last")
                .isEqualTo(new FindResult.Live(first.successor()));
        assertThat(heir.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Spent(someone.pair()));
    }

    private void loginThatTheReplicaHas() {
        new RedisCredentialStore(before, ONE_REPLICA).issue(someone.pair(), LoginPolicy.reuse(), NOW);
    }
}
