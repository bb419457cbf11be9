package dev.keystile.caa.endpoint;

import static dev.keystile.caa.fixture.Answer.API_KEY_NOT_FOUND;
import static dev.keystile.caa.fixture.Answer.INVALID_SIGNATURE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.SignedEndpoint;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts, "Refresh": what is looked at, and what becomes of the pair. */
class RefreshContractTest {

    private final TestServer server = TestServer.standard();
    private final Client client = server.login();

    @Test
    void theNewPairAuthenticatesAndTheOldOneIsDead() {
        Client renewed = server.granted(server.refreshKeys(client));

        assertThat(server.personal(renewed)).isEqualTo(TestServer.personalOfDemo());
        assertThat(server.personal(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.refreshKeys(client)).isEqualTo(API_KEY_NOT_FOUND);
        assertThat(server.logout(client)).isEqualTo(API_KEY_NOT_FOUND);
    }

    @Test
    void aPairOfOneRefreshEndpointIsRenewedByTheOther() {
        Client renewed = server.granted(server.refreshToken(server.granted(server.refreshKeys(client))));

        assertThat(server.personal(renewed)).isEqualTo(TestServer.personalOfDemo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "application/x-www-form-urlencoded",
                "no content type at all"
            })
    void theContentTypeAndTheBodyAreIgnored(String contentType) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Authorization", client.authorization(TestServer.REFRESH_KEYS));
        headers.put("Content-Type", List.of(contentType));

        assertThat(server.send(AuthRequest.builder("POST", "/api/user/refresh-keys")
                                .headers(HeaderFields.of(headers))
                                .body("{\"no\": JSON".getBytes(UTF_8))
                                .build())
                        .isOk())
                .isTrue();
    }

    @Test
    void aBodyThatIsTooLargeForALoginIsIgnoredToo() {
        AuthRequest request = AuthRequest.builder("POST", "/api/user/refresh-keys")
                .headers(HeaderFields.of(Map.of("Authorization", client.authorization(TestServer.REFRESH_KEYS))))
                .body(new byte[AuthRequest.MAX_BODY + 1])
                .build();

        assertThat(server.send(request).isOk()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SignedEndpoint.class)
    void aSignatureForOneEndpointIsWrongAtEveryOther(SignedEndpoint signedFor) {
        for (SignedEndpoint endpoint : SignedEndpoint.values()) {
            if (endpoint != signedFor) {
                assertThat(endpoint.send(server, client.authorization(signedFor.action())))
                        .isEqualTo(INVALID_SIGNATURE);
            }
        }
    }

    @Test
    void theNameOfTheHeaderIsComparedWithoutRegardToCase() {
        List<String> authorization = client.authorization(TestServer.PERSONAL);

        assertThat(SignedEndpoint.PROTECTED.send(server, "aUTHORIZATION", authorization))
                .isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void theLegacyDigestIsAWrongSignatureUnlessItIsTurnedOn() {
        Client legacy = client.using(CaaAlgorithm.SHA1_DIGEST);

        assertThat(server.refreshKeys(legacy)).isEqualTo(INVALID_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void aServerThatTurnedTheLegacyDigestOnTakesEveryAlgorithm(CaaAlgorithm algorithm) {
        TestServer lenient = TestServer.with(
                settings -> settings.verifier(CaaVerifier.standard().alsoAcceptingLegacyDigest()));

        assertThat(lenient.refreshKeys(lenient.login().using(algorithm)).isOk()).isTrue();
    }

    @Test
    void aClientWithAWrongClockCorrectsItByTheServersTime() {
        Client wrong = client.at(Clock.offset(server.clock(), Duration.ofHours(-2)));

        Answer refusal = server.personal(wrong);

        assertThat(refusal).isEqualTo(Answer.invalidSignatureAt(TestServer.START));
        assertThat(server.personal(wrong.correctedTo(refusal.json().number("serverTime"))))
                .isEqualTo(TestServer.personalOfDemo());
    }
}
