package dev.keystile.event;

/**
 * Is told what happens. Called from many threads at once, on the thread of the request and before its answer is sent: be quick, or
 * stand behind {@link QueuedListener}. What a listener throws is logged now and then, and changes no answer.
 */
@FunctionalInterface
public interface AuthEventListener {

    /** Told once for each event, when it has happened. */
    void on(AuthEvent event);

    /** This listener, and {@code other} after it, also if this one throws. */
    default AuthEventListener and(AuthEventListener other) {
        AuthEventListener first = new SafeListener(this);
        return event -> {
            first.on(event);
            other.on(event);
        };
    }

    /**
     * Writes events to the SLF4J logger {@code dev.keystile.event.AuthEvent}: families that were revoked as WARN, other revocations
     * as INFO, the rest as DEBUG, because clients decide how often it happens. Failures of a store are left to whoever answers the
     * request: the endpoints log each of them as ERROR, once and with its stack.
     */
    static AuthEventListener logging() {
        return EventLog.INSTANCE;
    }

    /** Nobody: then no event is even made. */
    static AuthEventListener none() {
        return NobodyListens.NOBODY;
    }
}
