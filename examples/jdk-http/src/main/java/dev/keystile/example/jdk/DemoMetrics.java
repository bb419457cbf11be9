package dev.keystile.example.jdk;

import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import dev.keystile.micrometer.EventMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code -Dmetrics=true} counts what happens to credentials and shows it at {@code GET /metrics}. A server of your own hands its
 * registry to {@link EventMeters}, and lets whatever exports that registry do the rest.
 */
final class DemoMetrics {

    private DemoMetrics() {}

    /** {@code GET /metrics}, if it is asked for. */
    static Optional<RouteTable> routes() {
        if (!Boolean.getBoolean("metrics")) {
            return Optional.empty();
        }
        MeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        Route metrics = Route.of("GET", "/metrics", request -> AuthResponse.json(200, countsOf(registry)));
        return Optional.of(RouteTable.of(List.of(metrics)));
    }

    private static Map<String, Object> countsOf(MeterRegistry registry) {
        Map<String, Object> counts = new TreeMap<>();
        for (Counter counter : registry.find(EventMeters.NAME).counters()) {
            String tags = counter.getId().getTags().stream().map(Tag::getValue).collect(Collectors.joining(" "));
            counts.put(tags, (long) counter.count());
        }
        return counts;
    }
}
