package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.END;
import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static dev.keystile.store.redis.instrument.Someone.WATCHFUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** How long things stay: as long as nodes whose clocks differ by a day may ask for them, and not for ever. */
class StayTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();

    /** In the year 2100, which the server's clock is not past. */
    private static final long IN_THE_FUTURE = 4_102_444_800_000L;

    /** What a test may take between a call and the look at its key. */
    private static final long HASTE = Duration.ofMinutes(1).toMillis();

    private final RedisProcess server = RedisProcess.start(RedisBinary.REDIS_6_2);
    private final UnifiedJedis jedis = Clients.ofServer(server.port());
    private final Jedis inspector = server.connect();
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final RedisTokenLedger ledger = new RedisTokenLedger(jedis);
    private final RedisReplayGuard guard = new RedisReplayGuard(jedis);
    private final Someone someone = Someone.unique();

    @AfterEach
    void close() {
        inspector.close();
        jedis.close();
        server.close();
    }

    @Test
    void everyKeyLeavesByItself() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(someone.pair(), LENIENT));
        ledger.exchange(someone.spend(LENIENT, NOW));
        ledger.revokeLoginsBefore(someone.token().holder(), NOW, NOW, END);
        guard.isFirstUse(someone.pair().lookup(), new byte[32], NOW + 1, NOW);

        assertThat(inspector.keys("*"))
                .hasSize(5)
                .allSatisfy(key -> assertThat(inspector.pttl(key)).isPositive());
    }

    @Test
    void aShelfStaysADayLongerThanTheLastPairOnIt() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);

        assertStays("keystile:pairs:*", END - NOW + DAY);
    }

    @Test
    void aCallThatNeedsLessShortensNothing() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.issue(someone.pair("later"), LoginPolicy.independent(2), END - 1);

        assertStays("keystile:pairs:*", END - NOW + DAY);
    }

    @Test
    void aRevocationStaysADayLonger() {
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), NOW, END);

        assertStays("keystile:tokens:*", END - NOW + DAY);
    }

    @Test
    void aUseStaysTenMinutesLonger() {
        guard.isFirstUse(someone.pair().lookup(), new byte[32], NOW + 1000, NOW);

        assertStays("keystile:use:*", 1000 + TEN_MINUTES);
    }

    @Test
    void aTimeOutOfThisWorldIsNoError() {
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), NOW, Long.MAX_VALUE);

        assertThat(ledger.standing(someone.token(), END)).isEqualTo(TokenStanding.REVOKED);
    }

    @Test
    void aNodeThatIsADayAheadSweepsNothingThatIsAliveToOthers() {
        StoredCredential pair = someone.pair();
        store.issue(pair, LoginPolicy.reuse(), NOW);
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), NOW, END);
        long ahead = END + DAY - 1;

        store.revoke(pair.user(), Someone.unique().pair().family(), ahead);
        ledger.revokeFamily(someone.token().holder(), Someone.unique().pair().family(), ahead, ahead + 1);

        assertThat(store.find(pair.lookup(), END - 1)).isEqualTo(new FindResult.Live(pair));
        assertThat(ledger.standing(someone.token(), END - 1)).isEqualTo(TokenStanding.REVOKED);
    }

    @Test
    void aNodeThatIsDaysAheadOfTheServerSweepsNothing() {
        long farAhead = IN_THE_FUTURE + Duration.ofDays(30).toMillis();
        long end = IN_THE_FUTURE + Duration.ofDays(3).toMillis();
        StoredCredential model = someone.pair();
        StoredCredential pair =
                StoredCredential.begin(model.lookup(), model.user(), model.family(), IN_THE_FUTURE, end, model.body());
        store.issue(pair, LoginPolicy.reuse(), IN_THE_FUTURE);
        ledger.revokeFamily(someone.token().holder(), someone.token().family(), IN_THE_FUTURE, end);

        store.revoke(pair.user(), Someone.unique().pair().family(), farAhead);
        ledger.revokeFamily(someone.token().holder(), Someone.unique().pair().family(), farAhead, farAhead + 1);

        assertThat(store.find(pair.lookup(), IN_THE_FUTURE)).isEqualTo(new FindResult.Live(pair));
        assertThat(ledger.standing(someone.token(), IN_THE_FUTURE)).isEqualTo(TokenStanding.REVOKED);
    }

    @Test
    void whatIsDueLeavesWhileOthersOfTheTagComeIn() {
        for (int login = 0; login < 20; login++) {
            store.issue(someone.pair("login " + login), LoginPolicy.independent(20), NOW);
        }
        for (int call = 0; call < 3; call++) {
            store.revoke(someone.user(), Someone.unique().pair().family(), END + DAY);
        }

        assertThat(inspector.keys("*")).isEmpty();
    }

    @Test
    void theNameOfAnEndedLoginLeavesTenMinutesLater() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.revokeAll(someone.user(), NOW);
        assertThat(fields("keystile:pairs:*")).as("login, revocation").isEqualTo(2);

        store.revoke(someone.user(), Someone.unique().pair().family(), NOW + TEN_MINUTES);

        assertThat(inspector.keys("*")).isEmpty();
    }

    @Test
    void aSpentPairOfAnEndedLoginStaysDeadWhenTheLoginsNameIsGone() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(someone.pair(), WATCHFUL));
        store.revokeAll(someone.user(), NOW);
        long later = NOW + TEN_MINUTES;
        store.revokeAll(someone.user(), later);

        assertThat(store.find(someone.pair().lookup(), later)).isEqualTo(new FindResult.Unknown());
        assertThat(store.exchange(someone.refresh(someone.pair(), WATCHFUL, later)))
                .isEqualTo(new ExchangeResult.Unknown<>());
    }

    @Test
    void aSpentPairLeavesTenMinutesAfterItsWindow() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        store.exchange(someone.refresh(someone.pair(), LENIENT));
        long windowEnds = NOW + LENIENT.graceWindow().toMillis();

        store.revoke(someone.user(), Someone.unique().pair().family(), NOW);
        assertThat(fields("keystile:pairs:*")).as("spent, living, login, user").isEqualTo(4);
        store.revoke(someone.user(), Someone.unique().pair().family(), windowEnds + TEN_MINUTES);
        assertThat(fields("keystile:pairs:*")).isEqualTo(3);
    }

    @Test
    void aStrictExchangeLeavesNothingOfTheSpentPair() {
        store.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        long before = fields("keystile:pairs:*");

        store.exchange(someone.refresh(someone.pair(), STRICT));

        assertThat(fields("keystile:pairs:*")).isEqualTo(before);
    }

    @Test
    void aSealedSuccessorLeavesTenMinutesAfterItsWindow() {
        ledger.exchange(someone.spend(LENIENT, NOW));
        long windowEnds = NOW + LENIENT.graceWindow().toMillis();
        assertThat(fields("keystile:tokens:*[^e]")).isEqualTo(2);

        ledger.exchange(someone.spend(WATCHFUL, windowEnds + TEN_MINUTES));

        assertThat(ledger.standing(someone.token(), NOW)).isNotEqualTo(TokenStanding.GOOD);
        assertThat(Dump.of(inspector).text()).doesNotContain("\ng");
    }

    private void assertStays(String keys, long millis) {
        assertThat(inspector.keys(keys))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(inspector.pttl(key)).isBetween(millis - HASTE, millis));
    }

    private long fields(String keys) {
        return inspector.keys(keys).stream()
                .filter(key -> inspector.type(key).equals("hash"))
                .mapToLong(inspector::hlen)
                .sum();
    }
}
