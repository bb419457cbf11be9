package dev.keystile.example.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.throttle.LoginThrottle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code -Dthrottle=true}, and nothing without it. */
class DemoWatchTest {

    private final LoginThrottle throttle = new InMemoryLoginThrottle();

    @AfterEach
    void forget() {
        System.clearProperty("throttle");
    }

    @Test
    void loginsAreThrottledIfItIsAskedFor() {
        System.setProperty("throttle", "true");

        assertThat(new DemoWatch(() -> throttle).throttle()).isSameAs(throttle);
    }

    @Test
    void nobodyHasToWaitUnlessToldSo() {
        assertThat(new DemoWatch(() -> throttle).throttle()).isSameAs(LoginThrottle.off());
    }
}
