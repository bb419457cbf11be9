package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.WATCHFUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Detour;
import dev.keystile.store.redis.instrument.Parrot;
import dev.keystile.store.redis.instrument.Someone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/**
 * The very bytes of a call, said a second time after all sorts of things have happened: the answer is what it was, or what it would
 * be if the call had come later, and nothing changes.
 */
class SaidTwiceTest {

    private static final long LATE = NOW + 60_001;

    private final Detour detour = new Detour(TestServer.REDIS_6_2.port());
    private final UnifiedJedis jedis = Clients.ofServer(detour.port());
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final RedisTokenLedger ledger = new RedisTokenLedger(jedis);
    private final Someone someone = Someone.unique();

    @AfterEach
    void close() {
        jedis.close();
        detour.close();
    }

    @Test
    void anExchangeIsStillWonThoughARacerHasExchangedItsSuccessor() throws IOException {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        Exchange exchange = someone.refresh(someone.pair(), LENIENT);
        String call = wordsOf(() -> store.exchange(exchange));
        assertThat(store.exchange(someone.refresh(someone.pair(), LENIENT)))
                .isEqualTo(new ExchangeResult.Raced<>(exchange.successor()));
        Exchange next = someone.refresh(exchange.successor(), LENIENT);
        store.exchange(next);

        assertThat(answerTo(call)).containsExactly("exchanged");
        assertThat(store.find(next.successor().lookup(), NOW)).isEqualTo(new FindResult.Live(next.successor()));
    }

    @Test
    void aTheftIsStillTheOneThatEndedTheFamily() throws IOException {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(someone.pair(), WATCHFUL));

        String call = wordsOf(() -> assertThat(store.exchange(someone.refresh(someone.pair(), WATCHFUL, LATE)))
                .isEqualTo(new ExchangeResult.Reused<>(true)));

        assertThat(answerTo(call)).containsExactly("reused", "family revoked");
        assertThat(store.exchange(someone.refresh(someone.pair(), WATCHFUL, LATE)))
                .as("what anybody else gets")
                .isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    void theTheftOfATokenIsStillTheOneThatEndedTheFamily() throws IOException {
        ledger.exchange(someone.spend(WATCHFUL, NOW));

        String call = wordsOf(() -> assertThat(ledger.exchange(someone.spend(WATCHFUL, LATE)))
                .isEqualTo(new ExchangeResult.Reused<>(true)));

        assertThat(answerTo(call)).containsExactly("reused", "family revoked");
        assertThat(ledger.exchange(someone.spend(WATCHFUL, LATE))).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    void anExchangeOfATokenIsStillWonThoughTheFamilyHasEnded() throws IOException {
        String call = wordsOf(() -> ledger.exchange(someone.spend(LENIENT, NOW)));
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), NOW, Someone.END);

        assertThat(answerTo(call)).containsExactly("exchanged");
    }

    @Test
    void aLoginThatWasReplacedMeanwhileIsNotIssuedAnew() throws IOException {
        String call = wordsOf(() -> store.issue(someone.pair(), LoginPolicy.independent(3), NOW));
        store.issue(someone.pair("another"), LoginPolicy.replace(), NOW);

        assertThat(answerTo(call)).containsExactly("taken");
        assertThat(store.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    @Test
    void aLogoutOfAllCountsWhatItEndedAndEndsNoLaterLogin() throws IOException {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        String call =
                wordsOf(() -> assertThat(store.revokeAll(someone.user(), NOW)).isEqualTo(1));
        StoredCredential later = someone.pair("later");
        store.issue(later, LoginPolicy.reuse(), NOW);

        assertThat(answerTo(call)).containsExactly("1");
        assertThat(store.find(later.lookup(), NOW)).isEqualTo(new FindResult.Live(later));
    }

    @Test
    void aLogoutOfAllThatFoundNobodyEndsNoLaterLogin() throws IOException {
        String call =
                wordsOf(() -> assertThat(store.revokeAll(someone.user(), NOW)).isZero());
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);

        assertThat(answerTo(call)).containsExactly("0");
        assertThat(store.find(someone.pair().lookup(), NOW)).isEqualTo(new FindResult.Live(someone.pair()));
    }

    private String wordsOf(Runnable call) {
        return Parrot.listen(detour, call);
    }

    private static List<String> answerTo(String call) throws IOException {
        return Parrot.repeat(call, TestServer.REDIS_6_2.port());
    }
}
