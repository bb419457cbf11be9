package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** A login stays as long as its newest pair, although a strict exchange doesn't tell the sorted set that it is due later. */
class RefreshedLoginTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** What a test may take between a call and the look at its key. */
    private static final long HASTE = Duration.ofMinutes(1).toMillis();

    private final RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
    private final UnifiedJedis jedis = Clients.ofServer(server.port());
    private final Jedis inspector = server.connect();
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final Someone someone = Someone.unique();
    private final StoredCredential first = someone.pair();
    private final StoredCredential next = someone.next(first, "next");
    private final StoredCredential refreshed = first.successor(
            next.lookup(), next.body(), END - 1, END - 1 + Duration.ofDays(3).toMillis());

    @BeforeEach
    void refreshAtTheLastMoment() {
        store.issue(first, LoginPolicy.reuse(), NOW);
        assertThat(store.exchange(new Exchange(first.lookup(), refreshed, STRICT, END - 1)))
                .isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @AfterEach
    void close() {
        inspector.close();
        jedis.close();
        server.close();
    }

    @Test
    void itIsNotSweptWhenItsFirstPairWouldHaveBeen() {
        sweepAt(END + DAY);

        assertThat(store.find(refreshed.lookup(), END + DAY)).isEqualTo(new FindResult.Live(refreshed));
    }

    @Test
    void itIsSweptWhenItsNewestPairIsDue() {
        sweepAt(END + DAY);
        sweepAt(refreshed.expiresAtMillis() + DAY - 1);
        assertThat(inspector.keys("*")).isNotEmpty();

        sweepAt(refreshed.expiresAtMillis() + DAY);

        assertThat(inspector.keys("*")).isEmpty();
    }

    @Test
    void itsShelfStaysADayLongerThanItsNewestPairAtLeast() {
        long needed = refreshed.expiresAtMillis() - refreshed.issuedAtMillis() + DAY;

        assertThat(inspector.keys("keystile:pairs:*"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(inspector.pttl(key)).isBetween(needed - HASTE, needed + DAY));
    }

    /** By the logout of somebody who isn't there. */
    private void sweepAt(long nowMillis) {
        store.revoke(someone.user(), Someone.unique().pair().family(), nowMillis);
    }
}
