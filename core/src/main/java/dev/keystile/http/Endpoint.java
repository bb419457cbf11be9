package dev.keystile.http;

/**
 * Answers a request. Endpoints of this library are safe for use by many threads, may block on a store, and never throw: what
 * goes wrong inside is answered as the contract says.
 */
@FunctionalInterface
public interface Endpoint {

    /** The answer to {@code request}. */
    AuthResponse handle(AuthRequest request);
}
