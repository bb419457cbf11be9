package dev.keystile.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what goes wrong inside an endpoint from the client: details go to the log, the client gets the contract's answer. */
public final class GuardedEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEndpoint.class);

    private final Endpoint guarded;
    private final AuthResponse onFailure;

    private GuardedEndpoint(Endpoint guarded, AuthResponse onFailure) {
        this.guarded = guarded;
        this.onFailure = onFailure;
    }

    /** {@code endpoint}, answering {@code onFailure} whenever it throws. */
    public static Endpoint of(Endpoint endpoint, AuthResponse onFailure) {
        return new GuardedEndpoint(endpoint, onFailure);
    }

    @Override
    public AuthResponse handle(AuthRequest request) {
        try {
            return guarded.handle(request);
        } catch (Exception | LinkageError | StackOverflowError unexpected) {
            report(request, onFailure, unexpected);
            return onFailure;
        }
    }

    static void report(AuthRequest request, AuthResponse answer, Throwable unexpected) {
        LOG.error(
                "A {} request failed unexpectedly and was answered with {}",
                request.method(),
                answer.status(),
                unexpected);
    }
}
