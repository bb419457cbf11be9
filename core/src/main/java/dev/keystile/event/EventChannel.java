package dev.keystile.event;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.time.Duration;

/**
 * How a service tells its listener. While nobody listens, telling costs the read of a field. Safe for use by many threads, and
 * never throws.
 */
public final class EventChannel {

    private final AuthEvent.Scheme scheme;
    private final AuthEventListener listener;
    private final boolean silent;

    /** A channel from the service of {@code scheme} to {@code listener}. */
    public EventChannel(AuthEvent.Scheme scheme, AuthEventListener listener) {
        this.scheme = scheme;
        this.listener = new SafeListener(listener);
        this.silent = listener == AuthEventListener.none();
    }

    /** A login of {@code user} was granted. */
    public void issued(UserId user) {
        if (!silent) {
            listener.on(new AuthEvent.Issued(scheme, user));
        }
    }

    /** A credential of {@code user} was exchanged. */
    public void exchanged(UserId user) {
        if (!silent) {
            listener.on(new AuthEvent.Exchanged(scheme, user));
        }
    }

    /** A spent credential of {@code user} got the successor that it has. */
    public void raced(UserId user) {
        if (!silent) {
            listener.on(new AuthEvent.Raced(scheme, user));
        }
    }

    /** A spent credential of {@code user} came back and ended {@code family}. */
    public void familyRevoked(UserId user, FamilyId family) {
        if (!silent) {
            listener.on(new AuthEvent.FamilyRevoked(scheme, user, family));
        }
    }

    /** A request was refused. */
    public void refused(AuthEvent.Operation operation, Enum<?> reason) {
        if (!silent) {
            listener.on(new AuthEvent.Refused(scheme, operation, reason.name()));
        }
    }

    /** A login was held back. */
    public void throttled(String clientAddress, Duration retryAfter) {
        if (!silent) {
            listener.on(new AuthEvent.Throttled(scheme, clientAddress, retryAfter));
        }
    }

    /** A login of {@code user} was ended, or every one of them. */
    public void revoked(UserId user, boolean everyLogin) {
        if (!silent) {
            listener.on(new AuthEvent.Revoked(scheme, user, everyLogin));
        }
    }

    /** A store failed; returns {@code failure}, to be thrown on. */
    public <E extends RuntimeException> E storeFailed(AuthEvent.Operation operation, E failure) {
        if (!silent) {
            listener.on(new AuthEvent.StoreFailed(
                    scheme, operation, failure.getClass().getSimpleName()));
        }
        return failure;
    }
}
