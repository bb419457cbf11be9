package dev.keystile.example.adapter;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A table whose endpoints keep what an adapter hands in, and answer what a test wants to see on the wire. */
final class Probe {

    /** A path of no parameters, for GET and POST. */
    static final String PLAIN = "/api/echo";

    /** The path in front of a parameter, for PATCH. */
    static final String TOKENS = "/tokens/";

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<AuthRequest> received = new LinkedBlockingQueue<>();
    private volatile Endpoint answering = request -> AuthResponse.empty(200);

    RouteTable routes() {
        return RouteTable.of(List.of(
                Route.of("GET", PLAIN, this::receive),
                Route.of("POST", PLAIN, this::receive),
                Route.of("PATCH", TOKENS + ":token", this::receive)));
    }

    /** Nothing received, and {@code endpoint} answering from here on. */
    void answerBy(Endpoint endpoint) {
        received.clear();
        answering = endpoint;
    }

    /** The next request that an adapter handed in; waits for it. */
    AuthRequest next() throws InterruptedException {
        AuthRequest request = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request reached the endpoint");
        }
        return request;
    }

    /** What was handed in and not asked for. */
    List<AuthRequest> rest() {
        return List.copyOf(received);
    }

    private AuthResponse receive(AuthRequest request) {
        received.add(request);
        return answering.handle(request);
    }
}
