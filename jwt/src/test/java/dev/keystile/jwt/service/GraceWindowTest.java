package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.HandMade.altered;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.fixture.Answer;
import dev.keystile.jwt.fixture.CapturingLedger;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.ForwardingLedger;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "the same optional grace window": who lost a race, or an answer, gets the winner's token for a while. */
class GraceWindowTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final CapturingLedger ledger = new CapturingLedger();
    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server =
            TestServer.setup().users(users).ledger(ledger).graceWindow(WINDOW).start();

    @ParameterizedTest
    @EnumSource
    void theSpentTokenGetsTheIdenticalGrant(Dialect dialect) {
        String token = dialect.login(server);
        Answer granted = dialect.exchange(server, token);

        assertThat(dialect.exchange(server, token)).isEqualTo(granted);
        assertThat(dialect.exchange(server, token)).isEqualTo(granted);
    }

    @ParameterizedTest
    @EnumSource
    void theWindowIsOpenInItsLastMillisecondAndShutAtItsEnd(Dialect dialect) {
        String token = dialect.login(server);
        Answer granted = dialect.exchange(server, token);

        server.clock().advance(WINDOW.minusMillis(1));
        assertThat(dialect.exchange(server, token)).isEqualTo(granted);
        server.clock().advance(Duration.ofMillis(1));
        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void aNodeWhoseClockIsBehindIsInside(Dialect dialect) {
        server.clock().advance(Duration.ofSeconds(30));
        String token = dialect.login(server);
        server.clock().advance(Duration.ofSeconds(30));
        Answer granted = dialect.exchange(server, token);

        server.clock().advance(Duration.ofSeconds(-29));

        assertThat(dialect.exchange(server, token)).isEqualTo(granted);
    }

    @ParameterizedTest
    @EnumSource
    void theSpentTokenWorksNowhereElse(Dialect dialect) {
        String token = dialect.login(server);
        dialect.successor(server, token);

        assertThat(dialect.personal(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.verify(server, token)).isEqualTo(TokenRefusal.SPENT);
    }

    @ParameterizedTest
    @EnumSource
    void theWindowEndsWhenTheSuccessorIsItselfExchanged(Dialect dialect) {
        String token = dialect.login(server);
        String second = dialect.successor(server, token);
        String third = dialect.successor(server, second);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
        assertThat(dialect.successor(server, second)).isEqualTo(third);
    }

    @ParameterizedTest
    @EnumSource
    void theWindowEndsWhenTheSuccessorIsRevoked(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);

        dialect.revoke(server, successor);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void theWindowEndsWhenEveryLoginOfTheUserIsRevoked(Dialect dialect) {
        String token = dialect.login(server);
        dialect.successor(server, token);

        dialect.revokeAll(server, TestUsers.DEMO);

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void toRevokeTheSpentTokenEndsTheSuccessorToo(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);

        dialect.revoke(server, token);

        assertThat(dialect.verify(server, successor)).isEqualTo(TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @EnumSource
    void authenticatingWithTheSuccessorClosesNothing(Dialect dialect) {
        String token = dialect.login(server);
        Answer granted = dialect.exchange(server, token);

        dialect.personal(server, dialect.granted(granted));

        assertThat(dialect.exchange(server, token)).isEqualTo(granted);
    }

    @ParameterizedTest
    @EnumSource
    void aLoserDoesNotProlongTheWindow(Dialect dialect) {
        String token = dialect.login(server);
        dialect.exchange(server, token);
        server.clock().advance(WINDOW.minusSeconds(1));
        dialect.exchange(server, token);
        server.clock().advance(Duration.ofSeconds(1));

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoWasDisabledMeanwhileGetsNothing(Dialect dialect) {
        String token = dialect.login(server);
        dialect.exchange(server, token);
        TestUsers.put(users, TestUsers.demo(true));

        assertThat(dialect.exchange(server, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void theWindowIsOffUnlessItIsTurnedOn(Dialect dialect) {
        TestServer strict = TestServer.standard();
        String token = dialect.login(strict);
        dialect.successor(strict, token);

        assertThat(dialect.exchange(strict, token)).isEqualTo(dialect.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerNeverHoldsATokenThatItCouldRead(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);
        byte[] sealed = sealedIn(ledger.exchanges().get(0)).bytes();

        for (String part : successor.split("\\.", -1)) {
            assertThat(new String(sealed, ISO_8859_1)).doesNotContain(part);
            assertThat(new String(sealed, ISO_8859_1))
                    .doesNotContain(new String(Base64.getUrlDecoder().decode(part), ISO_8859_1));
            assertThat(Base64.getEncoder().encodeToString(sealed))
                    .doesNotContain(Base64.getEncoder().encodeToString(part.getBytes(UTF_8)));
        }
        assertThat(ledger.exchanges().toString()).doesNotContain(successor).doesNotContain(token);
    }

    /** What the ledger knows of a token, its {@code jti} most of all, doesn't open what is sealed for its holder. */
    @ParameterizedTest
    @EnumSource
    void whoHasTheLedgerAndTheClaimsButNotTheSignatureCannotOpenTheSuccessor(Dialect dialect) {
        String token = dialect.login(server);
        dialect.successor(server, token);
        SealedToken sealed = sealedIn(ledger.exchanges().get(0));
        String signed = token.substring(0, token.lastIndexOf('.') + 1);

        for (String guess : new String[] {
            signed, signed + "A".repeat(43), ledger.exchanges().get(0).spent().tokenId()
        }) {
            assertThatThrownBy(() -> SuccessorSeal.open(guess, sealed)).isInstanceOf(StoreException.class);
        }
        assertThat(SuccessorSeal.open(token, sealed)).isEqualTo(dialect.successor(server, token));
    }

    @ParameterizedTest
    @EnumSource
    void theSameTokenIsNeverSealedTheSameWayTwice(Dialect dialect) {
        String token = dialect.login(server);
        dialect.exchange(server, token);
        dialect.exchange(server, token);

        assertThat(sealedIn(ledger.exchanges().get(0)))
                .isNotEqualTo(sealedIn(ledger.exchanges().get(1)));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAWindowNothingIsSealedAtAll(Dialect dialect) {
        CapturingLedger strictLedger = new CapturingLedger();
        TestServer strict = TestServer.setup().ledger(strictLedger).start();

        dialect.successor(strict, dialect.login(strict));

        assertThat(strictLedger.exchanges().get(0).successor().sealed()).isNull();
    }

    /** The longest token fits a ledger, sealed. */
    @ParameterizedTest
    @EnumSource
    void aSuccessorOfEightKibibytesIsKept(Dialect dialect) {
        TestServer verbose = TestServer.setup()
                .graceWindow(WINDOW)
                .both(settings -> settings.claims(account -> Map.of("padding", "x".repeat(5_800))))
                .start();
        String token = dialect.login(verbose);
        Answer granted = dialect.exchange(verbose, token);

        assertThat(dialect.granted(granted).length()).isBetween(8_000, 8_192);
        assertThat(dialect.exchange(verbose, token)).isEqualTo(granted);
    }

    /** A foreign token with another user's id: what is sealed for one is not answered to the other. */
    @ParameterizedTest
    @EnumSource
    void aTokenOfTheSameIdOfAnotherUserIsAnotherToken(Dialect dialect) {
        String token = dialect.login(server);
        dialect.exchange(server, token);
        String namesake = altered(token, Map.of("sub", dialect == Dialect.TOKENS ? 2 : "other", "uid", "2"));

        assertThat(dialect.personal(server, dialect.successor(server, namesake)))
                .isEqualTo(Expected.personalOf("2"));
    }

    /** A ledger that was shortened or written to by somebody else is a broken store, not a token that doesn't hold. */
    @ParameterizedTest
    @EnumSource
    void aSealedSuccessorThatWasAlteredIsAFailure(Dialect dialect) {
        TestServer tampered = TestServer.setup()
                .ledger(new TamperedLedger())
                .graceWindow(WINDOW)
                .start();
        String token = dialect.login(tampered);
        dialect.exchange(tampered, token);

        assertThat(dialect.exchange(tampered, token)).isEqualTo(dialect.failure());
    }

    private static SealedToken sealedIn(TokenExchange exchange) {
        return Objects.requireNonNull(exchange.successor().sealed());
    }

    /** Hands out sealed successors with one bit flipped. */
    private static final class TamperedLedger extends ForwardingLedger {

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            if (result instanceof ExchangeResult.Raced<SealedToken> raced) {
                byte[] bytes = raced.successor().bytes();
                bytes[bytes.length / 2] ^= 1;
                return new ExchangeResult.Raced<>(SealedToken.of(bytes));
            }
            return result;
        }
    }
}
