package dev.keystile.caa.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An application's own endpoint behind the check. */
class ProtectedEndpointTest {

    private static final String ACTION = "order:list";

    private final TestServer server = TestServer.standard();
    private final CaaEndpoints endpoints = new CaaEndpoints(server.keys());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void itIsAskedWithTheCallerWhoSigned() {
        Endpoint orders = endpoints.protect(
                ACTION,
                (request, caller) ->
                        AuthResponse.json(200, Map.of("user", caller.userId().value(), "path", request.path())));

        assertThat(Answer.of(orders.handle(signed())).json().text("user")).isEqualTo("1");
        assertThat(Answer.of(orders.handle(signed())).json().text("path")).isEqualTo("/orders");
    }

    @Test
    void itIsNotAskedForARequestThatIsRefused() {
        Endpoint orders =
                endpoints.protect(ACTION, (request, caller) -> AuthResponse.empty(200 + asked.incrementAndGet()));

        assertThat(Answer.of(orders.handle(AuthRequest.builder("GET", "/orders").build())))
                .isEqualTo(Answer.INVALID_AUTHORIZATION);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatItThrowsIsAnsweredAsAnythingUnexpected() {
        Endpoint orders = endpoints.protect(ACTION, (request, caller) -> {
            throw new IllegalStateException("The orders are down, as planned.");
        });

        assertThat(Answer.of(orders.handle(signed()))).isEqualTo(Answer.INTERNAL_SERVER_ERROR);
    }

    @Test
    void anActionThatCannotBeSignedIsRefusedWhenItIsMounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoints.protect("order list", (request, caller) -> AuthResponse.empty(200)))
                .withMessageContaining("'order list'");
    }

    private AuthRequest signed() {
        return AuthRequest.builder("GET", "/orders")
                .headers(HeaderFields.of(
                        Map.of("Authorization", List.of(server.login().sign(ACTION)))))
                .build();
    }
}
