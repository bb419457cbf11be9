package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenStanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose clock is off by a second, five minutes or almost a day, beside one whose clock is right. */
@ParameterizedClass
@ValueSource(longs = {-86_399_000, -300_000, -1000, 1000, 300_000, 86_399_000})
class SkewedClocksTest {

    private final long skewed;
    private final RedisCredentialStore store = new RedisCredentialStore(TestServer.REDIS_6_2.jedis());
    private final RedisTokenLedger ledger = new RedisTokenLedger(TestServer.REDIS_6_2.jedis());
    private final Someone someone = Someone.unique();

    SkewedClocksTest(long skew) {
        this.skewed = NOW + skew;
    }

    @Test
    void whatTheOneSpendsIsSpentToTheOther() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        Exchange exchange = someone.refresh(someone.pair(), STRICT, skewed);

        assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());
        assertThat(store.exchange(someone.refresh(someone.pair(), STRICT))).isEqualTo(new ExchangeResult.Unknown<>());
        assertThat(store.find(exchange.successor().lookup(), NOW)).isEqualTo(new FindResult.Live(exchange.successor()));
    }

    @Test
    void whatTheOneRevokesIsRevokedToTheOther() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);

        assertThat(store.revoke(someone.user(), someone.pair().family(), skewed))
                .isTrue();
        assertThat(store.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), skewed, END);
        assertThat(ledger.standing(someone.token(), NOW)).isEqualTo(TokenStanding.REVOKED);
    }

    @Test
    void aTokenThatTheOneSpendsIsSpentToTheOther() {
        ledger.exchange(someone.spend(LENIENT, skewed));

        assertThat(ledger.exchange(someone.spend(STRICT, NOW))).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void neitherAcceptsAPairAtItsExpiryByItsOwnClock(long late) {
        store.issue(someone.pair(), LoginPolicy.reuse(), skewed);

        boolean alive = store.find(someone.pair().lookup(), END + late) instanceof FindResult.Live;

        assertThat(alive).isEqualTo(late < 0);
    }
}
