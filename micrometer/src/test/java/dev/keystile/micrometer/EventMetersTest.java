package dev.keystile.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.UserId;
import dev.keystile.event.AuthEvent;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.AuthEvent.Scheme;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is counted under which tags. */
class EventMetersTest {

    private static final UserId USER = new UserId("1");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventMeters meters = new EventMeters(registry);

    private double counted(String scheme, String event, String operation, String reason) {
        return registry.get("keystile.events")
                .tags("scheme", scheme, "event", event, "operation", operation, "reason", reason)
                .counter()
                .count();
    }

    @Test
    void eventsOfOneKindAreCountedTogether() {
        meters.on(new AuthEvent.Issued(Scheme.CAA, USER));
        meters.on(new AuthEvent.Issued(Scheme.CAA, new UserId("2")));

        assertThat(counted("caa", "issued", "none", "none")).isEqualTo(2);
    }

    @Test
    void refusalsAreCountedByOperationAndReason() {
        meters.on(new AuthEvent.Refused(Scheme.TOKENS, Operation.EXCHANGE, "SPENT"));

        assertThat(counted("tokens", "refused", "exchange", "SPENT")).isEqualTo(1);
    }

    @Test
    void failuresOfAStoreAreCountedByOperation() {
        meters.on(new AuthEvent.StoreFailed(Scheme.BEARER, Operation.LOGIN, "StoreException"));

        assertThat(counted("bearer", "store-failed", "login", "StoreException")).isEqualTo(1);
    }

    @Test
    void nothingThatAClientChoosesIsATag() {
        meters.on(new AuthEvent.Throttled(Scheme.CAA, "192.0.2.1", Duration.ofSeconds(1)));
        meters.on(new AuthEvent.Throttled(Scheme.CAA, "198.51.100.1", Duration.ofSeconds(1)));
        meters.on(new AuthEvent.Revoked(Scheme.CAA, USER, true));

        assertThat(registry.getMeters()).hasSize(2);
    }
}
