package dev.keystile.example.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.event.AuthEvent;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.RouteTable;
import dev.keystile.micrometer.EventMeters;
import io.micrometer.core.instrument.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code -Dmetrics=true}, and nothing without it. */
class DemoMetricsTest {

    @AfterEach
    void forget() {
        System.clearProperty("metrics");
        Metrics.globalRegistry.getRegistries().forEach(Metrics::removeRegistry);
    }

    @Test
    void whatHappenedIsCountedAndShown() {
        System.setProperty("metrics", "true");
        RouteTable routes = DemoMetrics.routes().orElseThrow();
        EventMeters meters = new EventMeters(Metrics.globalRegistry);
        meters.on(new AuthEvent.Refused(Scheme.CAA, Operation.AUTHENTICATE, "WRONG_SIGNATURE"));
        meters.on(new AuthEvent.Refused(Scheme.CAA, Operation.AUTHENTICATE, "WRONG_SIGNATURE"));

        assertThat(answer(routes)).contains("\"refused authenticate WRONG_SIGNATURE caa\":2");
    }

    @Test
    void withoutThePropertyThereIsNothingToSee() {
        assertThat(DemoMetrics.routes()).isEmpty();
    }

    private static String answer(RouteTable routes) {
        AuthRequest request = AuthRequest.builder("GET", "/metrics").build();
        return new String(
                routes.find("/metrics").orElseThrow().endpoint().handle(request).body(), UTF_8);
    }
}
