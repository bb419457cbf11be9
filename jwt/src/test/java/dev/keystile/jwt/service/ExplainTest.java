package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.Dialect.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.jwt.fixture.Expected;
import dev.keystile.jwt.fixture.HandMade;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The account for developers: what the claims say, then what directory and ledger do. */
class ExplainTest {

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.setup().users(users).start();
    private final String token = TOKENS.login(server);

    @Test
    void aGoodTokenIsToldToBeGood() {
        assertThat(explained()).startsWith("verdict: VerifiedToken\n").endsWith("\nuser: \"1\"\nledger: GOOD");
    }

    @Test
    void aSpentTokenIsToldToBeSpent() {
        TOKENS.successor(server, token);

        assertThat(explained()).endsWith("\nledger: SPENT");
    }

    @Test
    void aRevokedTokenIsToldToBeRevoked() {
        TOKENS.revoke(server, token);

        assertThat(explained()).endsWith("\nledger: REVOKED");
    }

    @Test
    void aDisabledUserIsToldToBeDisabled() {
        TestUsers.put(users, TestUsers.demo(true));

        assertThat(explained()).contains("\nuser: \"1\", disabled\n");
    }

    @Test
    void aUserWhoIsGoneIsToldToBeGone() {
        users.remove(TestUsers.DEMO);

        assertThat(explained()).endsWith("\nuser: gone");
    }

    @Test
    void anExpiredTokenThatCanBeExchangedIsToldToBeSo() {
        server.clock().advance(Duration.ofDays(20));

        assertThat(explained()).startsWith("verdict: RefreshableAfterExpiry\n").endsWith("\nledger: GOOD");
    }

    @Test
    void ofAForgedTokenNobodyIsAsked() {
        assertThat(server.tokens().explain(HandMade.forged(token)))
                .startsWith("verdict: WRONG_SIGNATURE")
                .doesNotContain("user:")
                .doesNotContain("ledger:");
    }

    @Test
    void toAskChangesNothing() {
        explained();

        assertThat(TOKENS.personal(server, token)).isEqualTo(Expected.personalOf("1"));
        assertThat(TOKENS.isGrant(TOKENS.exchange(server, token))).isTrue();
    }

    @Test
    void noSecretIsInIt() {
        assertThat(IssuedSecrets.ofTheSuite().foundIn(explained())).isEmpty();
        assertThat(IssuedSecrets.ofTheSuite().foundIn(server.tokens().explain(token + "x")))
                .isEmpty();
    }

    private String explained() {
        return server.tokens().explain(token);
    }
}
