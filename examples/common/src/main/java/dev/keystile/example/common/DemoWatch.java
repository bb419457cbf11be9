package dev.keystile.example.common;

import dev.keystile.event.AuthEventListener;
import dev.keystile.micrometer.EventMeters;
import dev.keystile.store.throttle.LoginThrottle;
import io.micrometer.core.instrument.Metrics;
import java.util.function.Supplier;

/** What watches over the logins of the examples, and who is told what happens; one for all services of a backend. */
final class DemoWatch {

    private final LoginThrottle throttle;
    private final AuthEventListener listener = AuthEventListener.logging().and(new EventMeters(Metrics.globalRegistry));

    /** @param throttle where failed logins are counted, if they are */
    DemoWatch(Supplier<LoginThrottle> throttle) {
        this.throttle = Boolean.getBoolean("throttle") ? throttle.get() : LoginThrottle.off();
    }

    /** {@code -Dthrottle=true} makes whoever fails to log in too often wait; nobody has to unless told so. */
    LoginThrottle throttle() {
        return throttle;
    }

    /** The log, and Micrometer's global registry, which counts nothing until somebody adds a registry of theirs to it. */
    AuthEventListener listener() {
        return listener;
    }
}
