package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.LENIENT;
import static dev.keystile.store.jdbc.TestLogin.STRICT;
import static dev.keystile.store.jdbc.TestLogin.exchangeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes of one database whose clocks differ: by a second, by five minutes, by a day, ahead and behind; or one that jumps. A node is
 * what it takes for now, since stores are handed the time.
 */
@ParameterizedClass
@EnumSource(TestEngine.class)
class ClockSkewTest {

    private static final List<Duration> SKEWS = Stream.of("PT1S", "PT5M", "P1D")
            .map(Duration::parse)
            .flatMap(skew -> Stream.of(skew, skew.negated()))
            .toList();

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final TestEngine engine;
    private final JdbcCredentialStore store;

    ClockSkewTest(TestEngine engine) {
        this.engine = engine;
        this.store = new JdbcCredentialStore(engine.pool());
    }

    static List<Duration> skews() {
        return SKEWS;
    }

    @ParameterizedTest
    @MethodSource("skews")
    void whatANodeOfAnotherTimeHasSpentIsSpentForAll(Duration skew) {
        long now = TestLogin.NOW;
        StoredCredential pair = login(now);

        assertThat(store.exchange(exchangeOf(pair, STRICT, now + skew.toMillis())))
                .isEqualTo(new ExchangeResult.Exchanged<>());
        assertThat(store.exchange(exchangeOf(pair, STRICT, now))).isEqualTo(new ExchangeResult.Unknown<>());
        assertUnknownEverywhere(pair, now);
    }

    @ParameterizedTest
    @MethodSource("skews")
    void whatANodeOfAnotherTimeHasEndedStaysEnded(Duration skew) {
        long now = TestLogin.NOW;
        StoredCredential pair = login(now);
        store.exchange(exchangeOf(pair, LENIENT, now));

        store.revoke(pair.user(), pair.family(), now + skew.toMillis());

        assertUnknownEverywhere(pair, now);
        assertThat(store.exchange(exchangeOf(pair, LENIENT, now))).isEqualTo(new ExchangeResult.Unknown<>());
    }

    @ParameterizedTest
    @MethodSource("skews")
    void noNodeAcceptsAtOrAfterTheExpiryByItsOwnClock(Duration skew) {
        long now = TestLogin.NOW;
        StoredCredential pair = login(now + skew.toMillis());
        long expiry = pair.expiresAtMillis();

        assertThat(store.find(pair.lookup(), expiry - 1)).isEqualTo(new FindResult.Live(pair));
        assertThat(store.find(pair.lookup(), expiry)).isEqualTo(new FindResult.Unknown());
        assertThat(store.exchange(exchangeOf(pair, STRICT, expiry))).isEqualTo(new ExchangeResult.Unknown<>());
        assertThat(store.exchange(exchangeOf(pair, LENIENT, expiry))).isEqualTo(new ExchangeResult.Unknown<>());
    }

    /** A clock that is behind counts as inside the window; one that is ahead may find it closed, and nothing else goes wrong. */
    @ParameterizedTest
    @MethodSource("skews")
    void whoLostTheAnswerGetsItAgainFromANodeThatIsNotPastTheWindow(Duration skew) {
        long now = TestLogin.NOW;
        StoredCredential pair = login(now);
        Exchange won = exchangeOf(pair, LENIENT, now);
        store.exchange(won);
        boolean open = skew.compareTo(LENIENT.graceWindow()) < 0;

        assertThat(store.exchange(exchangeOf(pair, LENIENT, now + skew.toMillis())))
                .isEqualTo(open ? new ExchangeResult.Raced<>(won.successor()) : new ExchangeResult.Unknown<>());
        assertThat(store.find(won.successor().lookup(), now)).isEqualTo(new FindResult.Live(won.successor()));
    }

    @ParameterizedTest
    @MethodSource("skews")
    void aClockThatJumpsBringsNothingBack(Duration jump) {
        long now = TestLogin.NOW;
        StoredCredential pair = login(now);
        Exchange before = exchangeOf(pair, STRICT, now);
        store.exchange(before);
        Exchange after = exchangeOf(before.successor(), STRICT, now + jump.toMillis());

        assertThat(store.exchange(after)).isEqualTo(new ExchangeResult.Exchanged<>());
        assertUnknownEverywhere(pair, now);
        assertUnknownEverywhere(before.successor(), now);
        assertThat(store.find(after.successor().lookup(), now)).isEqualTo(new FindResult.Live(after.successor()));
    }

    /** A janitor has swept by the right time; the token could still be presented to a node that is behind. */
    @Test
    void aTokenThatIsSpentIsNotGoodAgainOnANodeThatIsBehind() {
        long now = TestLogin.NOW;
        TestToken token = TestToken.of(TestLogin.user());
        try (HikariDataSource database = engine.emptyDatabase()) {
            JdbcSchema.of(database).createIfAbsent();
            JdbcTokenLedger ledger = new JdbcTokenLedger(database);
            ledger.exchange(token.exchange(LENIENT, now - TestToken.WINDOW));

            new JdbcJanitor(database).purge(now, 1000);

            assertThat(SKEWS)
                    .filteredOn(Duration::isNegative)
                    .allMatch(skew -> ledger.standing(token.reference(), now + skew.toMillis()) == TokenStanding.SPENT);
        }
    }

    private StoredCredential login(long nowMillis) {
        StoredCredential pair = TestLogin.livingUntil(nowMillis + 2 * DAY);
        store.issue(pair, LoginPolicy.reuse(), nowMillis);
        return pair;
    }

    private void assertUnknownEverywhere(StoredCredential credential, long nowMillis) {
        assertThat(SKEWS)
                .allMatch(skew -> store.find(credential.lookup(), nowMillis + skew.toMillis())
                        .equals(new FindResult.Unknown()));
    }
}
