package dev.keystile.jwt.endpoint;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.jwt.service.TokenCaller;

/** An application's own endpoint behind a token check: called only with a caller who was verified. */
@FunctionalInterface
public interface ProtectedEndpoint {

    /** The answer to {@code request}, which came with a token of {@code caller}. */
    AuthResponse handle(AuthRequest request, TokenCaller caller);
}
