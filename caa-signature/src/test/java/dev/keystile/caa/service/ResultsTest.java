package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.fixture.IssuedSecrets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the service hands out tells what was found, and redacts what is secret. */
class ResultsTest {

    private final TestServer server = TestServer.standard();
    private final Client client = server.login();

    @Test
    void aVerifiedCallerTellsWhoSignedWhatByWhichKeyUntilWhen() {
        AuthenticatedCaller caller = authenticate();

        assertThat(caller.userId()).isEqualTo(TestUsers.DEMO);
        assertThat(caller.account().name()).isEqualTo("demo");
        assertThat(caller.action()).isEqualTo(TestServer.PERSONAL);
        assertThat(caller.apiKey().text()).isEqualTo(client.apiKey());
        assertThat(caller.algorithm()).isEqualTo(CaaAlgorithm.HMAC_SHA1);
        assertThat(caller.expiresAt()).isEqualTo(Instant.ofEpochMilli(TestServer.START + 259_200_000));
    }

    @Test
    void aVerifiedCallerShowsNeitherSignatureNorKey() {
        assertRedacted(authenticate());
    }

    @Test
    void aGrantShowsNeitherSecretNorProfile() {
        LoginResult grant = server.keys().login(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5);

        assertRedacted(grant);
        assertThat(grant.toString()).doesNotContain("demo");
    }

    @Test
    void aHeldPairShowsNoSecret() {
        KeyGrant grant = (KeyGrant) server.keys().login(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5);

        assertRedacted(grant.pair());
    }

    @Test
    void aRefusalTellsTheReasonAndTheServersTime() {
        assertThat(server.keys().authenticate(TestServer.PERSONAL, "Caa"))
                .isEqualTo(new Refused(Refusal.MALFORMED, Instant.ofEpochMilli(TestServer.START)));
    }

    @Test
    void noHeaderAtAllIsMalformed() {
        String noHeader = null;

        assertThat(server.keys().authenticate(TestServer.PERSONAL, noHeader))
                .isEqualTo(new Refused(Refusal.MALFORMED, Instant.ofEpochMilli(TestServer.START)));
    }

    private AuthenticatedCaller authenticate() {
        return (AuthenticatedCaller) server.keys().authenticate(TestServer.PERSONAL, client.sign(TestServer.PERSONAL));
    }

    private static void assertRedacted(Object result) {
        assertThat(IssuedSecrets.ofTheSuite().foundIn(result.toString())).isEmpty();
    }
}
