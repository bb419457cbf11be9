package dev.keystile.caa.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.RequestBinding;
import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application's own endpoint that wants method, target and body signed. */
class BoundEndpointTest {

    private static final String ACTION = "order:create";
    private static final byte[] BODY = "{\"amount\":100}".getBytes(UTF_8);
    private static final byte[] OTHER_BODY = "{\"amount\":900}".getBytes(UTF_8);

    private final TestServer server = TestServer.standard();
    private final CaaEndpoints endpoints = new CaaEndpoints(server.keys());
    private final Endpoint orders =
            endpoints.protectBound(ACTION, (request, caller) -> AuthResponse.json(200, Map.of()));
    private final Client client = server.login();
    private final CaaSigner signer =
            CaaSigner.of(client.apiKey(), client.secretKey()).at(server.clock());
    private final String authorization = signer.sign(ACTION, RequestBinding.of("POST", "/orders?notify=1", BODY));

    private Answer send(String method, String query, byte[] body, String header) {
        return Answer.of(orders.handle(AuthRequest.builder(method, "/orders")
                .query(query)
                .headers(HeaderFields.of(Map.of("Authorization", List.of(header))))
                .body(body)
                .build()));
    }

    @Test
    void theRequestThatWasSignedIsServed() {
        assertThat(send("POST", "notify=1", BODY, authorization).status()).isEqualTo(200);
    }

    @Test
    void anotherBodyIsRefused() {
        assertThat(send("POST", "notify=1", OTHER_BODY, authorization)).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void anotherMethodIsRefused() {
        assertThat(send("PUT", "notify=1", BODY, authorization)).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void anotherQueryIsRefused() {
        assertThat(send("POST", "notify=0", BODY, authorization)).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    /** An adapter that hands no query in serves fewer requests, and none that wasn't signed. */
    @Test
    void aQueryThatTheAdapterDroppedIsRefused() {
        assertThat(send("POST", null, BODY, authorization)).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void anEmptyQueryIsNotTheSameAsNone() {
        String none = signer.sign(ACTION, RequestBinding.of("POST", "/orders", BODY));

        assertThat(send("POST", "", BODY, none)).isEqualTo(Answer.INVALID_SIGNATURE);
        assertThat(send("POST", null, BODY, none).status()).isEqualTo(200);
    }

    @Test
    void aSignatureThatBindsNothingIsRefused() {
        assertThat(send("POST", "notify=1", BODY, signer.sign(ACTION))).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void aSignatureThatBindsIsRefusedWhereNothingIsBound() {
        Endpoint unbound = endpoints.protect(ACTION, (request, caller) -> AuthResponse.json(200, Map.of()));
        AuthRequest request = AuthRequest.builder("POST", "/orders")
                .query("notify=1")
                .headers(HeaderFields.of(Map.of("Authorization", List.of(authorization))))
                .body(BODY)
                .build();

        assertThat(Answer.of(unbound.handle(request))).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void aBodyThatNobodyHasAllOfIsTooLarge() {
        byte[] large = new byte[AuthRequest.MAX_BODY + 1];
        String header = signer.sign(ACTION, RequestBinding.of("POST", "/orders", large));

        assertThat(send("POST", null, large, header)).isEqualTo(Answer.json(413, "{\"message\":\"body too large\"}"));
    }

    @Test
    void explainTellsWhatWasBound() {
        RequestBinding binding = RequestBinding.of("POST", "/orders?notify=1", BODY);

        assertThat(server.keys()
                        .explain(ACTION, binding, List.of(authorization))
                        .accepted())
                .isTrue();
        assertThat(server.keys().explain(ACTION, binding, List.of(authorization)))
                .asString()
                .contains("&method=4:POST&target=16:/orders?notify=1&body=");
        assertThat(server.keys().explain(ACTION, List.of(authorization)).accepted())
                .isFalse();
    }

    @Test
    void anActionThatCannotBeSignedIsRefusedWhenItIsMounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoints.protectBound("order list", (request, caller) -> AuthResponse.empty(200)))
                .withMessageContaining("'order list'");
    }
}
