package dev.keystile.caa.endpoint;

import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;

/** An application's own endpoint behind the Caa check: called only with a caller who was verified. */
@FunctionalInterface
public interface ProtectedEndpoint {

    /** The answer to {@code request}, which {@code caller} has signed. */
    AuthResponse handle(AuthRequest request, AuthenticatedCaller caller);
}
