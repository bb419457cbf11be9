package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.BEARER;
import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static dev.keystile.jwt.fixture.HandMade.altered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.fixture.AdjustableClock;
import dev.keystile.jwt.fixture.CapturingLedger;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "revoked until the later of its {@code exp} and {@code iat + refresh_ttl}, plus a minute". */
class LastingTest {

    private static final long MINUTE = 60_000;
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    /** What speaks against a token, each in its way. */
    private enum Blow {
        EXCHANGE {
            @Override
            void strike(Dialect dialect, TestServer server, String token) {
                dialect.successor(server, token);
            }
        },
        REVOKE {
            @Override
            void strike(Dialect dialect, TestServer server, String token) {
                dialect.revoke(server, token);
            }
        },
        REVOKE_ALL {
            @Override
            void strike(Dialect dialect, TestServer server, String token) {
                dialect.revokeAll(server, TestUsers.DEMO);
            }
        };

        abstract void strike(Dialect dialect, TestServer server, String token);
    }

    @TestFactory
    Stream<DynamicTest> whatWasStruckNeverComesBack() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> Arrays.stream(Blow.values())
                        .map(blow -> DynamicTest.dynamicTest(dialect + ", " + blow, () -> walk(dialect, blow))));
    }

    /** Walks the clock past the end of everything, in steps that meet every edge, while a busy ledger lets go of what it may. */
    private static void walk(Dialect dialect, Blow blow) {
        TokenLedger ledger = new InMemoryTokenLedger();
        TestServer server = TestServer.setup()
                .ledger(ledger)
                .both(settings -> settings.leeway(LEEWAY))
                .start();
        String token = dialect.login(server);
        server.clock().advance(Duration.ofMinutes(1));
        blow.strike(dialect, server, token);

        for (long afterLogin : edges(dialect)) {
            server.clock().setMillis(TestServer.START + afterLogin);
            keepBusy(ledger, server.clock());
            assertThat(dialect.verify(server, token)).as("%d ms", afterLogin).isInstanceOf(TokenRefusal.class);
            assertThat(dialect.exchangeTyped(server, token))
                    .as("%d ms", afterLogin)
                    .isInstanceOf(TokenRefusal.class);
        }
    }

    private static long[] edges(Dialect dialect) {
        return LongStream.of(
                        dialect.lifetime().toMillis(),
                        dialect.lifetime().plus(LEEWAY).toMillis(),
                        dialect.exchangeable().toMillis(),
                        dialect.exchangeable().plus(LEEWAY).toMillis(),
                        dialect.exchangeable().plus(LEEWAY).plusMinutes(2).toMillis())
                .flatMap(edge -> LongStream.rangeClosed(edge - 1, edge + 1))
                .sorted()
                .toArray();
    }

    /** Enough changes for every part of the ledger to let go of what is due. */
    private static void keepBusy(TokenLedger ledger, AdjustableClock clock) {
        TokenHolder somebody = new TokenHolder(new UserId("busy"), "busy");
        for (int i = 0; i < 1024; i++) {
            ledger.revokeFamily(somebody, new FamilyId("f" + i % 4), clock.millis(), clock.millis() + 1);
        }
    }

    /** Nodes whose clocks differ by almost a minute: one forgets, the other still accepts. */
    @TestFactory
    Stream<DynamicTest> noNodeWhoseClockIsBehindTakesWhatAnotherHasForgotten() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> Arrays.stream(Blow.values())
                        .map(blow -> DynamicTest.dynamicTest(dialect + ", " + blow, () -> {
                            TokenLedger ledger = new InMemoryTokenLedger();
                            TestServer ahead = TestServer.setup().ledger(ledger).start();
                            TestServer behind =
                                    TestServer.setup().ledger(ledger).start();
                            String token = dialect.login(behind);
                            ahead.clock().advance(Duration.ofMillis(MINUTE - 1));
                            blow.strike(dialect, behind, token);

                            Duration lastMoment = dialect.exchangeable().minusMillis(1);
                            ahead.clock().advance(lastMoment);
                            behind.clock().advance(lastMoment);
                            keepBusy(ledger, ahead.clock());

                            assertThat(dialect.exchangeTyped(behind, token)).isEqualTo(TokenRefusal.SPENT);
                        })));
    }

    @Test
    void aSpentTokenIsRememberedUntilTheEndOfItsWindowAndAMinute() {
        CapturingLedger ledger = new CapturingLedger();
        TestServer server = TestServer.setup().ledger(ledger).start();

        TOKENS.successor(server, TOKENS.login(server));

        assertThat(ledger.exchanges().get(0).spentUntilMillis())
                .isEqualTo(TestServer.START + TOKENS.exchangeable().toMillis() + MINUTE);
    }

    @Test
    void aSpentTokenThatOutlivesItsWindowIsRememberedUntilItsExpiryAndAMinute() {
        CapturingLedger ledger = new CapturingLedger();
        TestServer server = TestServer.setup().ledger(ledger).start();
        String token = TOKENS.login(server);
        server.clock().advance(Duration.ofDays(27));
        String late = TOKENS.successor(server, token);

        TOKENS.successor(server, late);

        assertThat(ledger.exchanges().get(1).spentUntilMillis())
                .isEqualTo(server.clock().millis() + TOKENS.lifetime().toMillis() + MINUTE);
    }

    @Test
    void aSpentBearerTokenIsRememberedUntilItsExpiryAndAMinute() {
        CapturingLedger ledger = new CapturingLedger();
        TestServer server = TestServer.setup().ledger(ledger).start();
        String token = BEARER.login(server);
        server.clock().advance(Duration.ofMinutes(20));

        BEARER.successor(server, token);

        assertThat(ledger.exchanges().get(0).spentUntilMillis())
                .isEqualTo(TestServer.START + BEARER.lifetime().toMillis() + MINUTE);
    }

    @ParameterizedTest
    @EnumSource
    void revocationsAreRememberedForAsLongAsATokenOfThisMillisecondCouldBeOfUse(Dialect dialect) {
        CapturingLedger ledger = new CapturingLedger();
        TestServer server = TestServer.setup()
                .ledger(ledger)
                .both(settings -> settings.leeway(LEEWAY))
                .start();
        dialect.revoke(server, dialect.login(server));
        dialect.revokeAll(server, TestUsers.DEMO);

        long longest = dialect == TOKENS
                ? dialect.exchangeable().toMillis()
                : dialect.lifetime().plus(LEEWAY).toMillis();
        assertThat(ledger.revocations())
                .hasSize(2)
                .allSatisfy(revocation ->
                        assertThat(revocation.untilMillis()).isEqualTo(TestServer.START + longest + MINUTE));
    }

    /** After the lifetime was cut, what was issued before is refused; or accepted, and then revocations last for it as well. */
    @ParameterizedTest
    @EnumSource
    void whereLongerLifetimesAreStillAcceptedRevocationsLastForThem(Dialect dialect) {
        Duration former = Duration.ofDays(60);
        TokenLedger ledger = new InMemoryTokenLedger();
        TestServer migrating = TestServer.setup()
                .ledger(ledger)
                .both(settings -> settings.acceptingLifetimesUpTo(former))
                .start();
        String token = altered(dialect.login(migrating), Map.of("exp", TestServer.START / 1000 + former.toSeconds()));
        assertThat(dialect.verify(migrating, token)).isInstanceOf(TokenCaller.class);
        assertThat(dialect.verify(TestServer.standard(), token)).isEqualTo(TokenRefusal.INVALID);

        dialect.revokeAll(migrating, TestUsers.DEMO);
        migrating.clock().advance(former.minusMillis(1));
        keepBusy(ledger, migrating.clock());

        assertThat(dialect.verify(migrating, token)).isEqualTo(TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerIsAskedInTheNameOfTheUserOfTheKindAndOfTheLogin(Dialect dialect) {
        CapturingLedger ledger = new CapturingLedger();
        TestServer server = TestServer.setup().ledger(ledger).start();
        String token = dialect.login(server);
        TokenCaller caller = (TokenCaller) dialect.verify(server, token);

        assertThat(ledger.asked())
                .containsExactly(new TokenReference(
                        new TokenHolder(TestUsers.DEMO, dialect == TOKENS ? "tokens" : "bearer"),
                        caller.token().family(),
                        caller.token().id(),
                        TestServer.START));
    }
}
