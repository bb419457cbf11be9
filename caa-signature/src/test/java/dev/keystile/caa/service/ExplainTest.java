package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.store.memory.InMemoryReplayGuard;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A redacted account of every stage, for developers. */
class ExplainTest {

    private static final String ACTION = TestServer.PERSONAL;

    private final InMemoryUserDirectory users = TestUsers.directory();
    private final TestServer server = TestServer.over(
            users,
            settings -> settings.replayGuard(new InMemoryReplayGuard())
                    .exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60)))
                    .verifier(CaaVerifier.standard().alsoAcceptingLegacyDigest()));
    private final Client client = server.login();
    private final String key = client.apiKey().substring(0, 6) + "…";

    @Test
    void anAcceptedHeaderPassesEveryStage() {
        Explanation explanation = explain(client);

        assertThat(explanation.accepted()).isTrue();
        assertThat(explanation.toString().lines())
                .containsExactly(
                        "ok      header: well-formed, CaaHeader[ApiKey[" + key
                                + "], signature redacted, 1700000000000]",
                        "ok      api key: alive, generation 0, expires at 2023-11-17T22:13:20Z",
                        "ok      signature: 20 bytes, matches HMAC_SHA1; " + everyText(),
                        "ok      clock: signed at 2023-11-14T22:13:20Z, the server's clock says 2023-11-14T22:13:20Z,"
                                + " 0 ms apart where 300000 are allowed",
                        "ok      user: 1 exists");
    }

    @Test
    void aMissingHeaderIsExplained() {
        assertExplained(server.keys().explain(ACTION, List.of()), "refused header: there is no Authorization header");
    }

    @Test
    void aMalformedHeaderIsExplainedWithoutAnEcho() {
        assertExplained(
                server.keys().explain(ACTION, List.of("Caa SGVsbG8=")),
                "refused header: the decoded text is not 'apiKey:signature timestamp'");
    }

    @Test
    void anUnknownKeyIsExplained() {
        assertExplained(
                explain(TestServer.standard().login()),
                "refused api key: no live pair has it: unknown, expired, logged out or rotated");
    }

    @Test
    void aWrongSignatureIsExplainedByTheTextsThatWouldHaveBeenRight() {
        assertExplained(
                explain(Client.of(client.apiKey(), client.apiKey(), server.clock())),
                "refused signature: 20 bytes; " + everyText());
    }

    @Test
    void aWrongClockIsExplainedByBothClocks() {
        assertExplained(
                explain(client.at(Clock.offset(server.clock(), Duration.ofMinutes(-6)))),
                "refused clock: signed at 2023-11-14T22:07:20Z, the server's clock says 2023-11-14T22:13:20Z,"
                        + " -360000 ms apart where 300000 are allowed");
    }

    @Test
    void aUserWhoIsGoneIsExplained() {
        users.remove(TestUsers.DEMO);

        assertExplained(explain(client), "refused user: 1 no longer exists");
    }

    @Test
    void aUserWhoIsDisabledIsExplained() {
        users.put(TestUsers.account(TestUsers.DEMO, "demo", true, TestUsers.hash()), TestUsers.DEMO_MOBILE);

        assertExplained(explain(client), "refused user: 1 disabled");
    }

    @Test
    void aSpentPairIsExplainedToTheEndBecauseARefreshMayPresentIt() {
        server.refreshKeys(client);

        assertExplained(
                explain(client),
                "refused api key: spent by a refresh; only a refresh may present it, generation 0, expires at"
                        + " 2023-11-17T22:13:20Z");
    }

    @Test
    void explainingChangesNothing() {
        users.put(TestUsers.account(TestUsers.DEMO, "demo", true, TestUsers.hash()), TestUsers.DEMO_MOBILE);
        explain(client);
        users.put(TestUsers.account(TestUsers.DEMO, "demo", false, TestUsers.hash()), TestUsers.DEMO_MOBILE);
        List<String> header = client.authorization(ACTION);
        server.keys().explain(ACTION, header);

        assertThat(server.personal(header)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void anActionThatCannotBeSignedIsRefusedWhateverTheHeader() {
        assertThatIllegalArgumentException().isThrownBy(() -> server.keys().explain("a b", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> server.keys().authenticate("a b", List.of()));
    }

    private Explanation explain(Client by) {
        return server.keys().explain(ACTION, by.authorization(ACTION));
    }

    /** One stage is refused, by this line, and nothing in the account is secret. */
    private static void assertExplained(Explanation explanation, String refusal) {
        assertThat(explanation.accepted()).isFalse();
        assertThat(explanation.toString().lines().filter(line -> line.startsWith("refused")))
                .containsExactly(refusal);
        assertThat(IssuedSecrets.ofTheSuite().foundIn(explanation.toString())).isEmpty();
    }

    private String everyText() {
        String action = "?action=user:personal-profile&apiKey=" + key;
        return "HMAC_SHA1 (20 bytes) is made over " + action + "&timestamp=1700000000000, "
                + "HMAC_SHA256 (32 bytes) is made over " + action + "&timestamp=1700000000000, "
                + "SHA1_DIGEST (20 bytes) is made over " + action + "&secretKey=<secretKey>&timestamp=1700000000000";
    }
}
