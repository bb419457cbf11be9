package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.jwt.fixture.CapturingLedger;
import dev.keystile.jwt.fixture.Dialect;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACTS, "For all of them": no secret, no password and no whole token is in any {@code toString}. */
class RedactionTest {

    private final CapturingLedger ledger = new CapturingLedger();
    private final TestServer server = TestServer.setup()
            .ledger(ledger)
            .graceWindow(Duration.ofSeconds(10))
            .start();

    @ParameterizedTest
    @EnumSource
    void nothingThatTheServiceHandsOutOrTheLedgerIsHandedShowsASecret(Dialect dialect) {
        String token = dialect.login(server);
        String successor = dialect.successor(server, token);
        List<Object> things = new ArrayList<>(List.of(
                dialect.loginTyped(server, TestUsers.DEMO_NAME, TestUsers.PASSWORD),
                dialect.issue(server, TestUsers.demo(false)),
                dialect.exchangeTyped(server, token),
                dialect.verify(server, successor),
                ((TokenCaller) dialect.verify(server, successor)).token(),
                ((TokenCaller) dialect.verify(server, successor)).account(),
                Objects.requireNonNull(ledger.exchanges().get(0).successor().sealed()),
                server.tokens(),
                server.bearer(),
                HandMade.keys()));
        things.addAll(ledger.exchanges());
        things.addAll(ledger.asked());

        assertThat(things)
                .allSatisfy(thing -> assertThat(IssuedSecrets.ofTheSuite().foundIn(thing.toString()))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aGrantShowsItsUserAlone(Dialect dialect) {
        TokenGrant grant = dialect.issue(server, TestUsers.demo(false));

        assertThat(grant).hasToString("TokenGrant[1, redacted]");
    }

    @ParameterizedTest
    @EnumSource
    void aCallerShowsTheUserAndTheTokensId(Dialect dialect) {
        TokenCaller caller = (TokenCaller) dialect.verify(server, dialect.login(server));

        assertThat(caller)
                .hasToString("TokenCaller[1, VerifiedToken[" + caller.token().id() + "]]");
    }

    @Test
    void anExchangeShowsNoIds() {
        String token = Dialect.TOKENS.login(server);
        Dialect.TOKENS.successor(server, token);
        String shown = ledger.exchanges().get(0).toString();

        assertThat(shown)
                .doesNotContain(ledger.exchanges().get(0).spent().tokenId())
                .doesNotContain(ledger.exchanges().get(0).successor().tokenId())
                .contains("TokenSuccessor[sealed]");
    }
}
