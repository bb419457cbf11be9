package dev.keystile.example.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.common.RunningServer;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Endpoints may block, because nobody waits for the thread that they block. */
class VirtualThreadTest {

    @Test
    void anEndpointRunsOnAVirtualThread() throws Exception {
        Route route = Route.of(
                "GET",
                "/thread",
                request -> AuthResponse.json(
                        200, Map.of("virtual", Thread.currentThread().isVirtual())));
        try (RunningServer server = HelidonExample.start(RouteTable.of(List.of(route)), 0)) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/thread");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("{\"virtual\":true}");
        }
    }
}
