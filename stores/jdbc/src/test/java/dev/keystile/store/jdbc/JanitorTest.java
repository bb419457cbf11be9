package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.LIFETIME;
import static dev.keystile.store.jdbc.TestLogin.NOW;
import static dev.keystile.store.jdbc.TestLogin.WATCHFUL;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.instrument.TappedDataSource;
import dev.keystile.store.jdbc.instrument.TappedDataSource.Tap;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.token.TokenStanding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is swept out, when, and how much at once. Each test has a database of its own, so that rows can be counted. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class JanitorTest {

    private static final int PLENTY = 1000;
    private static final int TABLES_OF_A_TOKEN = 3;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final HikariDataSource database;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;
    private final JdbcReplayGuard guard;
    private final JdbcJanitor janitor;

    JanitorTest(TestEngine engine) {
        this.database = engine.emptyDatabase();
        JdbcSchema.of(database).createIfAbsent();
        this.store = new JdbcCredentialStore(database);
        this.ledger = new JdbcTokenLedger(database);
        this.guard = new JdbcReplayGuard(database);
        this.janitor = new JdbcJanitor(database);
    }

    @AfterEach
    void close() {
        janitor.close();
        database.close();
    }

    @Test
    void anExpiredCredentialLeavesAtItsExpiryAndNotBefore() throws SQLException {
        StoredCredential pair = login();

        assertThat(janitor.purge(pair.expiresAtMillis() - 1, PLENTY)).isZero();
        assertThat(janitor.purge(pair.expiresAtMillis(), PLENTY)).isOne();
        assertThat(rowsOf("keystile_credential")).isZero();
    }

    @Test
    void aSpentCredentialLeavesWhenItIsRememberedNoLonger() {
        StoredCredential pair = login();
        store.exchange(exchangeOf(pair, LENIENT));
        long windowEnds = NOW + LENIENT.graceWindow().toMillis();

        assertThat(janitor.purge(windowEnds - 1, PLENTY)).isZero();
        assertThat(janitor.purge(windowEnds, PLENTY)).isOne();
    }

    @Test
    void whatIsAliveStays() {
        StoredCredential pair = login();

        janitor.purge(NOW, PLENTY);

        assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
    }

    /** What is remembered counts only in a login that has a row. */
    @Test
    void theRowOfAnExpiredSuccessorStaysAsLongAsASpentCredentialIsRemembered() {
        StoredCredential pair = login();
        StoredCredential shortLived = pair.successor(TestLogin.lookup(pair.user()), pair.body(), NOW, NOW + 5);
        store.exchange(new Exchange(pair.lookup(), shortLived, WATCHFUL, NOW));

        assertThat(janitor.purge(NOW + 5, PLENTY)).isZero();
        assertThat(store.find(shortLived.lookup(), NOW + 5)).isEqualTo(new FindResult.Unknown());
        assertThat(store.exchange(exchangeOf(pair, WATCHFUL, NOW + 6))).isEqualTo(new ExchangeResult.Reused<>(false));
        assertThat(janitor.purge(pair.expiresAtMillis(), PLENTY)).isEqualTo(2);
    }

    @Test
    void whatIsRememberedOfAnEndedLoginLeavesWhenItIsDue() throws SQLException {
        StoredCredential pair = login();
        store.exchange(exchangeOf(pair, WATCHFUL));
        store.revoke(pair.user(), pair.family(), NOW);

        assertThat(janitor.purge(pair.expiresAtMillis() - 1, PLENTY)).isZero();
        assertThat(janitor.purge(pair.expiresAtMillis(), PLENTY)).isOne();
        assertThat(rowsOf("keystile_credential")).isZero();
    }

    @Test
    void whatSpeaksAgainstTokensLeavesADayAfterAnythingCouldBePresented() {
        TestToken token = TestToken.of(TestLogin.user());
        ledger.exchange(token.exchange(TestLogin.STRICT, NOW));
        token.revokeFamily(ledger);
        token.revokeLogins(ledger);
        long useless = NOW + TestToken.WINDOW;

        assertThat(janitor.purge(useless + DAY - 1, PLENTY)).isZero();
        assertThat(ledger.standing(token.reference(), useless - 1)).isEqualTo(TokenStanding.REVOKED);
        assertThat(janitor.purge(useless + DAY, PLENTY)).isEqualTo(TABLES_OF_A_TOKEN);
    }

    @Test
    void aSealedSuccessorLeavesAtTheEndOfTheWindowAndTheTokenStaysSpent() throws SQLException {
        TestToken token = TestToken.of(TestLogin.user());
        ledger.exchange(token.exchange(LENIENT, NOW));
        long windowEnds = NOW + LENIENT.graceWindow().toMillis();

        assertThat(janitor.purge(windowEnds, PLENTY)).isOne();
        assertThat(rowsOf("keystile_token_spent WHERE sealed IS NOT NULL")).isZero();
        assertThat(ledger.standing(token.reference(), windowEnds)).isEqualTo(TokenStanding.SPENT);
    }

    @Test
    void aUseLeavesAnHourAfterItsWindow() {
        guard.isFirstUse(TestLogin.first().lookup(), new byte[32], NOW + 1000, NOW);

        assertThat(janitor.purge(NOW + HOUR + 999, PLENTY)).isZero();
        assertThat(janitor.purge(NOW + HOUR + 1000, PLENTY)).isOne();
    }

    @Test
    void failedLoginsLeaveAnHourAfterTheLastOfThemIsForgiven() {
        LoginThrottle throttle = new JdbcLoginThrottle(database, TestLogin.THROTTLE_KEY);
        throttle.begin(LoginAttempt.of("anna", "192.0.2.1", NOW));
        long pairForgiven =
                NOW + ThrottlePolicy.standard().pair().forgivenEvery().toMillis();

        assertThat(janitor.purge(NOW + HOUR, PLENTY)).isZero();
        assertThat(janitor.purge(pairForgiven + HOUR - 1, PLENTY))
                .as("address and account")
                .isEqualTo(2);
        assertThat(janitor.purge(pairForgiven + HOUR, PLENTY)).isOne();
    }

    @Test
    void whereAUserIsWelcomeIsRememberedAsLongAsThePolicySays() {
        LoginThrottle throttle = new JdbcLoginThrottle(database, TestLogin.THROTTLE_KEY);
        LoginAttempt attempt = LoginAttempt.of("anna", "192.0.2.1", NOW);
        throttle.begin(attempt);
        throttle.succeeded(attempt);
        long welcomeEnds = NOW + ThrottlePolicy.standard().welcome().toMillis();

        assertThat(janitor.purge(welcomeEnds + HOUR - 1, PLENTY)).isEqualTo(2);
        assertThat(janitor.purge(welcomeEnds + HOUR, PLENTY)).isOne();
    }

    /** Its clock alone would sweep them: a year ahead. */
    @Test
    void aJanitorWhoseClockIsAheadSweepsNothingThatIsNotDueByTheDatabase() {
        long now = System.currentTimeMillis();
        StoredCredential pair = TestLogin.livingUntil(now + DAY);
        store.issue(pair, LoginPolicy.reuse(), now);
        TestToken token = TestToken.of(pair.user());
        ledger.exchange(token.exchange(LENIENT, now));

        assertThat(janitor.purge(now + 365 * DAY, PLENTY)).isZero();
        assertThat(store.find(pair.lookup(), now)).isEqualTo(new FindResult.Live(pair));
        assertThat(ledger.standing(token.reference(), now)).isEqualTo(TokenStanding.SPENT);
    }

    @Test
    void theDatabasesTimeIsTold() {
        Database asked = new Database(database, JdbcSettings.defaults());

        long told = asked.byStatement(
                        "tell the time",
                        session ->
                                session.find(StatementName.CLOCK, new Parameters(), row -> row.getLong("now_millis")))
                .orElseThrow();

        assertThat(told).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    @Test
    void noMoreThanABatchLeavesAtOnce() throws SQLException {
        for (int i = 0; i < 5; i++) {
            login();
        }

        assertThat(janitor.purge(NOW + LIFETIME, 2)).isEqualTo(2);
        assertThat(rowsOf("keystile_credential")).isEqualTo(3);
    }

    @Test
    void theThreadSweepsByItsClockUntilNothingIsDue() throws Exception {
        login();
        CountDownLatch swept = new CountDownLatch(1);
        Tap afterLastTable = new Tap() {
            @Override
            public void after(String what) {
                if (what.startsWith("DELETE FROM keystile_use")) {
                    swept.countDown();
                }
            }
        };
        Clock clock = Clock.fixed(Instant.ofEpochMilli(NOW + LIFETIME), ZoneOffset.UTC);

        try (JdbcJanitor started = new JdbcJanitor(TappedDataSource.of(database, afterLastTable))) {
            started.start(Duration.ofHours(1), clock);
            assertThat(swept.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(rowsOf("keystile_credential")).isZero();
    }

    @Test
    void theThreadGoesOnAfterAFailureOfAnyKind() throws Exception {
        login();
        CountDownLatch swept = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        Tap failingAtFirst = new Tap() {
            @Override
            public void before(String what) {
                if (what.startsWith("DELETE FROM keystile_use") && attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("a pool that is none");
                }
            }

            @Override
            public void after(String what) {
                if (what.startsWith("DELETE FROM keystile_use")) {
                    swept.countDown();
                }
            }
        };

        try (JdbcJanitor started = new JdbcJanitor(TappedDataSource.of(database, failingAtFirst))) {
            started.start(Duration.ofMillis(1), Clock.systemUTC());
            assertThat(swept.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(attempts).hasValueGreaterThan(1);
    }

    private StoredCredential login() {
        StoredCredential pair = TestLogin.first();
        store.issue(pair, LoginPolicy.reuse(), NOW);
        return pair;
    }

    private long rowsOf(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
