package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TcpProxy;
import dev.keystile.store.jdbc.instrument.TcpProxy.Side;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.Backoff;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenStanding;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections that break while an intent is under way: cut at many bytes of what the driver says and of what the engine answers,
 * or swallowing all that follows. It happened and is told so, or it did not and the call fails; nobody is told that a credential
 * is unknown which is not.
 */
@Tag("faults")
@ParameterizedClass
@EnumSource(
        value = TestEngine.class,
        names = {"POSTGRESQL_18", "MARIADB_11"})
class BrokenWireTest {

    /** Every so many bytes the connection is cut once; a prime, so that all places of a message come up. */
    private static final int STRIDE = 53;

    private static final JdbcSettings IMPATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1));

    /** A statement's timeout, a second until the connection is given up, and the same again for looking what happened. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    /** One failure is free, and the next but one has to wait. */
    private static final ThrottlePolicy ONE_ATTEMPT = ThrottlePolicy.standard()
            .withAccount(new Backoff(1, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));

    private final TcpProxy proxy;
    private final HikariDataSource pool;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;
    private final DataSource witnesses;
    private final JdbcCredentialStore witness;
    private final JdbcTokenLedger ledgerWitness;

    BrokenWireTest(TestEngine engine) {
        this.proxy = new TcpProxy(engine.port());
        this.pool = engine.poolThrough(proxy.port());
        this.store = new JdbcCredentialStore(pool, IMPATIENT);
        this.ledger = new JdbcTokenLedger(pool, IMPATIENT);
        this.witnesses = engine.pool();
        this.witness = new JdbcCredentialStore(engine.pool());
        this.ledgerWitness = new JdbcTokenLedger(engine.pool());
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        proxy.close();
    }

    @Test
    void aStrictExchangeThatIsCutHappensAndSaysSoOrFails() {
        cutEverywhere(arm -> assertExchangedOrAsItWas(STRICT, arm));
    }

    @Test
    void anExchangeThatRemembersAndIsCutHappensAndSaysSoOrFails() {
        cutEverywhere(arm -> assertExchangedOrAsItWas(LENIENT, arm));
    }

    @Test
    void aLoginThatIsCutHappensAndSaysSoOrFails() {
        cutEverywhere(arm -> {
            StoredCredential pair = TestLogin.first();
            arm.run();

            boolean issued = succeeds(() ->
                    assertThat(store.issue(pair, LoginPolicy.reuse(), NOW)).isEqualTo(new IssueResult.Issued()));

            assertThat(isLive(pair)).isEqualTo(issued);
        });
    }

    @Test
    void aLogoutThatIsCutCanBeRepeated() {
        cutEverywhere(arm -> {
            StoredCredential pair = login();
            arm.run();

            boolean revoked = succeeds(() ->
                    assertThat(store.revoke(pair.user(), pair.family(), NOW)).isTrue());

            if (!revoked) {
                store.revoke(pair.user(), pair.family(), NOW);
            }
            assertThat(isLive(pair)).isFalse();
        });
    }

    @Test
    void anExchangeOfATokenThatIsCutHappensAndSaysSoOrFails() {
        cutEverywhere(arm -> {
            TestToken token = TestToken.of(TestLogin.user());
            TokenExchange exchange = token.exchange(LENIENT, NOW);
            arm.run();

            boolean exchanged =
                    succeeds(() -> assertThat(ledger.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>()));

            assertThat(ledgerWitness.standing(token.reference(), NOW))
                    .isEqualTo(exchanged ? TokenStanding.SPENT : TokenStanding.GOOD);
        });
    }

    /** An attempt that nobody answered for may be counted, so that breaking wires buys no guesses; one that was answered is. */
    @Test
    void anAttemptThatIsCutIsAdmittedAndCountedOrFails() {
        LoginThrottle throttle = new JdbcLoginThrottle(pool, TestLogin.THROTTLE_KEY, ONE_ATTEMPT, IMPATIENT);
        LoginThrottle throttleWitness =
                new JdbcLoginThrottle(witnesses, TestLogin.THROTTLE_KEY, ONE_ATTEMPT, JdbcSettings.defaults());
        cutEverywhere(arm -> {
            LoginAttempt attempt = LoginAttempt.of(TestLogin.user().value(), "", NOW);
            arm.run();

            boolean admitted =
                    succeeds(() -> assertThat(throttle.begin(attempt)).isInstanceOf(AttemptDecision.Admitted.class));
            throttleWitness.begin(attempt);

            assertThat(throttleWitness.begin(attempt) instanceof AttemptDecision.TooMany || !admitted)
                    .as("that what was admitted is counted")
                    .isTrue();
        });
    }

    @Test
    void whenTheQuestionIsSwallowedNobodyIsAdmittedAndItFailsInTime() {
        LoginThrottle throttle = new JdbcLoginThrottle(pool, TestLogin.THROTTLE_KEY, ONE_ATTEMPT, IMPATIENT);
        useConnection();
        proxy.swallowAfter(Side.CLIENT, 0);

        assertTimeout(
                MOST_PATIENCE,
                () -> assertThatThrownBy(() ->
                                throttle.begin(LoginAttempt.of(TestLogin.user().value(), "", NOW)))
                        .isInstanceOf(StoreException.class));
    }

    @Test
    void whenTheAnswerIsSwallowedTheExchangeIsFoundToHaveHappened() {
        StoredCredential pair = login();
        useConnection();
        proxy.swallowAfter(Side.SERVER, 0);

        assertThat(store.exchange(exchangeOf(pair, STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    @Test
    void whenTheQuestionIsSwallowedTheCallFailsInTimeAndThePairIsAsItWas() {
        StoredCredential pair = login();
        useConnection();
        proxy.swallowAfter(Side.CLIENT, 0);

        assertTimeout(
                MOST_PATIENCE,
                () -> assertThatThrownBy(() -> store.exchange(exchangeOf(pair, STRICT)))
                        .isInstanceOf(StoreException.class));
        assertThat(isLive(pair)).isTrue();
    }

    @Test
    void aFindWhoseAnswerIsSwallowedFailsInTime() {
        StoredCredential pair = login();
        useConnection();
        proxy.swallowAfter(Side.SERVER, 0);

        assertTimeout(
                MOST_PATIENCE,
                () -> assertThatThrownBy(() -> store.find(pair.lookup(), NOW)).isInstanceOf(StoreException.class));
    }

    @Test
    void anAnswerThatIsLateButInTimeIsAnAnswer() {
        StoredCredential pair = login();
        useConnection();
        proxy.delayAfter(Side.SERVER, 0, Duration.ofMillis(400));

        assertThat(store.exchange(exchangeOf(pair, STRICT))).isEqualTo(new ExchangeResult.Exchanged<>());
    }

    /** The one thing that nobody can look up: it has not happened yet. The grace window is for that. */
    @Test
    void aQuestionThatArrivesAfterItsCallHasFailedLogsNobodyOut() {
        TestToken token = TestToken.of(TestLogin.user());
        TokenExchange late = token.exchange(LENIENT, NOW);
        useConnection();
        proxy.delayAfter(Side.CLIENT, 0, Duration.ofSeconds(6));

        assertThatThrownBy(() -> ledger.exchange(late)).isInstanceOf(StoreException.class);
        assertThat(ledgerWitness.standing(token.reference(), NOW)).isEqualTo(TokenStanding.GOOD);
        awaitSpent(token);

        assertThat(ledger.exchange(token.exchange(LENIENT, NOW)))
                .isEqualTo(new ExchangeResult.Raced<>(late.successor().sealed()));
    }

    private void awaitSpent(TestToken token) {
        long deadline = System.nanoTime() + MOST_PATIENCE.toNanos();
        while (ledgerWitness.standing(token.reference(), NOW) != TokenStanding.SPENT) {
            assertThat(System.nanoTime()).as("that it arrives").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void assertExchangedOrAsItWas(ExchangePolicy policy, Runnable arm) {
        StoredCredential pair = login();
        Exchange exchange = exchangeOf(pair, policy);
        arm.run();

        boolean exchanged =
                succeeds(() -> assertThat(store.exchange(exchange)).isEqualTo(new ExchangeResult.Exchanged<>()));

        assertThat(isLive(exchange.successor())).isEqualTo(exchanged);
        assertThat(isLive(pair)).isNotEqualTo(exchanged);
    }

    /** Runs {@code scene} until the break that it arms comes too late to meet its call. */
    private void cutEverywhere(Consumer<Runnable> scene) {
        for (Side side : Side.values()) {
            long bytes = 0;
            do {
                long budget = bytes;
                scene.accept(() -> proxy.cutAfter(side, budget));
                bytes += STRIDE;
            } while (!proxy.mend());
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

    /** A connection that was used just now isn't tried out by the pool first. */
    private void useConnection() {
        store.find(TestLogin.first().lookup(), NOW);
    }

    private StoredCredential login() {
        StoredCredential pair = TestLogin.first();
        witness.issue(pair, LoginPolicy.reuse(), NOW);
        return pair;
    }

    private boolean isLive(StoredCredential credential) {
        return witness.find(credential.lookup(), NOW).equals(new FindResult.Live(credential));
    }
}
