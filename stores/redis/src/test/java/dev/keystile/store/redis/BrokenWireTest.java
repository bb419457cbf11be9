package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static dev.keystile.store.redis.instrument.Someone.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.Patience;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Detour;
import dev.keystile.store.redis.instrument.Detour.Direction;
import dev.keystile.store.redis.instrument.Detour.Mishap;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.Backoff;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/**
 * Connections that break while an intent is under way: cut at many bytes of what is said and of what is answered, once or for
 * good, or silent from there on. Broken once, the call is answered as if nothing had been; broken for good, it fails, and
 * whatever it did, the pair is wholly the old one or wholly the new one.
 */
class BrokenWireTest {

    /** Every so many bytes the connection is cut once; a prime, so that all places of a message come up. */
    private static final int STRIDE = 17;

    private static final Pattern SCRIPTS_RUN = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");
    private static final int EVERY_CONNECTION = Integer.MAX_VALUE;
    private static final int PATIENCE_MILLIS = 1000;

    /** Two attempts, each with a connection to open and an answer to wait for. */
    private static final Duration MOST_PATIENCE = Duration.ofMillis(4 * PATIENCE_MILLIS + 1000);

    private static final RedisSettings DEFAULTS = RedisSettings.defaults();

    /** One failure is free, and the next but one has to wait. */
    private static final ThrottlePolicy ONE_ATTEMPT = ThrottlePolicy.standard()
            .withAccount(new Backoff(1, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));

    private final Detour detour = new Detour(TestServer.REDIS_6_2.port());
    private final UnifiedJedis jedis = Clients.ofServer(detour.port(), 1, PATIENCE_MILLIS);
    private final RedisCredentialStore store = new RedisCredentialStore(jedis);
    private final RedisTokenLedger ledger = new RedisTokenLedger(jedis);
    private final RedisReplayGuard guard = new RedisReplayGuard(jedis);
    private final RedisCredentialStore witness = new RedisCredentialStore(TestServer.REDIS_6_2.jedis());
    private final RedisTokenLedger ledgerWitness = new RedisTokenLedger(TestServer.REDIS_6_2.jedis());

    @AfterEach
    void close() {
        jedis.close();
        detour.close();
    }

    @Test
    void anExchangeThatIsCutOnceHappensOnceAndSaysSo() {
        for (ExchangePolicy policy : new ExchangePolicy[] {STRICT, LENIENT}) {
            cutEverywhere(1, arm -> {
                Someone someone = loggedIn();
                Exchange exchange = someone.refresh(someone.pair(), policy);
                arm.run();

                assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>());
                assertLive(exchange.successor());
            });
        }
    }

    @Test
    void anExchangeThatIsCutForGoodFailsAndThePairIsWhollyOldOrNew() {
        cutEverywhere(EVERY_CONNECTION, arm -> {
            Someone someone = loggedIn();
            Exchange exchange = someone.refresh(someone.pair(), STRICT);
            arm.run();

            boolean answered = succeeds(() -> store.exchange(exchange));

            boolean isNew = isLive(exchange.successor());
            assertThat(isLive(someone.pair())).isNotEqualTo(isNew);
            assertThat(isNew || !answered).as("what was answered is there").isTrue();
        });
    }

    @Test
    void theLoserWhoseExchangeWasCutForGoodGoesOnInTheGraceWindow() {
        cutEverywhere(EVERY_CONNECTION, arm -> {
            Someone someone = loggedIn();
            Exchange exchange = someone.refresh(someone.pair(), LENIENT);
            arm.run();
            succeeds(() -> store.exchange(exchange));

            assertThat(witness.exchange(someone.refresh(someone.pair(), LENIENT)))
                    .isIn(new ExchangeResult.Exchanged<>(), new ExchangeResult.Raced<>(exchange.successor()));
        });
    }

    @Test
    void aLoginThatIsCutOnceHappensOnceAndSaysSo() {
        cutEverywhere(1, arm -> {
            StoredCredential pair = Someone.unique().pair();
            arm.run();

            assertThat(store.issue(pair, LoginPolicy.reuse(), NOW)).isEqualTo(new IssueResult.Issued());
            assertLive(pair);
        });
    }

    @Test
    void aLogoutThatIsCutOnceSaysThatSomethingWasAlive() {
        cutEverywhere(1, arm -> {
            StoredCredential pair = loggedIn().pair();
            arm.run();

            assertThat(store.revoke(pair.user(), pair.family(), NOW)).isTrue();
            assertThat(isLive(pair)).isFalse();
        });
    }

    @Test
    void anExchangeOfATokenThatIsCutOnceHappensOnceAndSaysSo() {
        cutEverywhere(1, arm -> {
            Someone someone = Someone.unique();
            arm.run();

            assertThat(ledger.exchange(someone.spend(LENIENT, NOW))).isEqualTo(new ExchangeResult.Exchanged<>());
            assertThat(ledgerWitness.standing(someone.token(), NOW)).isEqualTo(TokenStanding.SPENT);
        });
    }

    @Test
    void aFirstUseThatIsCutOnceIsStillTheFirst() {
        cutEverywhere(1, arm -> {
            StoredCredential pair = Someone.unique().pair();
            arm.run();

            assertThat(guard.isFirstUse(pair.lookup(), new byte[32], NOW + 1000, NOW))
                    .isTrue();
            assertThat(guard.isFirstUse(pair.lookup(), new byte[32], NOW + 1000, NOW))
                    .isFalse();
        });
    }

    /** One failure is free: if it were counted twice, the next would have to wait, and if not at all, the one after it wouldn't. */
    @Test
    void anAttemptThatIsCutOnceIsCountedOnceAndSaysSo() {
        LoginThrottle throttle = new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY, ONE_ATTEMPT, DEFAULTS);
        cutEverywhere(1, arm -> {
            LoginAttempt attempt = LoginAttempt.of(Someone.unique().user().value(), "", NOW);
            arm.run();

            assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.Admitted.class);
            assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.Admitted.class);
            assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.TooMany.class);
        });
    }

    @Test
    void anAttemptThatIsWithdrawnOverACutWireIsTakenBackOnce() {
        LoginThrottle throttle = new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY, ONE_ATTEMPT, DEFAULTS);
        cutEverywhere(1, arm -> {
            LoginAttempt attempt = LoginAttempt.of(Someone.unique().user().value(), "", NOW);
            throttle.begin(attempt);
            throttle.begin(attempt);
            arm.run();

            throttle.withdrawn(attempt);

            assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.Admitted.class);
            assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.TooMany.class);
        });
    }

    @Test
    void anAttemptThatIsCutForGoodIsNotAdmitted() {
        LoginThrottle throttle = new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY, ONE_ATTEMPT, DEFAULTS);
        useConnection();
        detour.plan(Mishap.CUT, Direction.THERE, 0, EVERY_CONNECTION);

        assertThatThrownBy(() -> throttle.begin(LoginAttempt.of("anna", "192.0.2.1", NOW)))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anAnswerThatGetsLostIsAskedForOnceMore() {
        Someone someone = loggedIn();
        useConnection();
        detour.plan(Mishap.LOST, Direction.BACK, 0, 1);

        assertThat(store.exchange(someone.refresh(someone.pair(), STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @Test
    void aServerThatNeverAnswersFailsTheCallInTime() {
        Someone someone = loggedIn();
        useConnection();
        detour.plan(Mishap.LOST, Direction.THERE, 0, EVERY_CONNECTION);

        assertTimeout(
                MOST_PATIENCE,
                () -> assertThatThrownBy(() -> store.exchange(someone.refresh(someone.pair(), STRICT)))
                        .isInstanceOf(StoreException.class));
        assertTimeout(
                MOST_PATIENCE,
                () -> assertThatThrownBy(() -> store.find(someone.pair().lookup(), NOW))
                        .isInstanceOf(StoreException.class));
        assertLive(someone.pair());
    }

    @Test
    void aLoginThatArrivesAfterItsLogoutStaysDead() {
        StoredCredential pair = Someone.unique().pair();
        useConnection();
        detour.plan(Mishap.LATE, Direction.THERE, 0, 1);
        assertThat(store.issue(pair, LoginPolicy.reuse(), NOW)).isEqualTo(new IssueResult.Issued());
        assertThat(store.revoke(pair.user(), pair.family(), NOW)).isTrue();

        deliverLateCall();

        assertThat(witness.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    @Test
    void anExchangeThatArrivesAfterItsSuccessorsExchangeChangesNothing() {
        Someone someone = loggedIn();
        Exchange first = someone.refresh(someone.pair(), STRICT);
        Exchange second = someone.refresh(first.successor(), STRICT);
        useConnection();
        detour.plan(Mishap.LATE, Direction.THERE, 0, 1);
        store.exchange(first);
        store.exchange(second);

        deliverLateCall();

        assertLive(second.successor());
        assertThat(isLive(first.successor())).isFalse();
    }

    private void deliverLateCall() {
        long before = scriptsRun();
        detour.deliver();
        Patience.until("the late call has run", () -> scriptsRun() > before);
    }

    private static long scriptsRun() {
        Matcher calls = SCRIPTS_RUN.matcher(TestServer.REDIS_6_2.jedis().info("commandstats"));
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
    }

    /** Runs {@code scene} with a cut at more and more bytes, until the cut comes too late to meet its call. */
    private void cutEverywhere(int connections, Consumer<Runnable> scene) {
        for (Direction direction : Direction.values()) {
            long bytes = 0;
            do {
                useConnection();
                long cutAt = bytes;
                scene.accept(() -> detour.plan(Mishap.CUT, direction, cutAt, connections));
                bytes += STRIDE;
            } while (detour.mend() != connections);
        }
    }

    private static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (StoreException failure) {
            return false;
        }
    }

    /** Has an open connection in the pool. */
    private void useConnection() {
        store.find(Someone.unique().pair().lookup(), NOW);
    }

    private Someone loggedIn() {
        Someone someone = Someone.unique();
        witness.issue(someone.pair(), LoginPolicy.reuse(), NOW);
        return someone;
    }

    private void assertLive(StoredCredential pair) {
        assertThat(witness.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
    }

    private boolean isLive(StoredCredential pair) {
        return witness.find(pair.lookup(), NOW) instanceof FindResult.Live;
    }
}
