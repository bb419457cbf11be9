package dev.keystile.example.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RouteTable;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Mounts a route table on the JDK's own HTTP server. It knows requests and responses, and nothing of keys, tokens or JSON; copy
 * it as it is.
 */
final class JdkHttpAdapter implements HttpHandler {

    private static final AuthResponse NOT_FOUND = AuthResponse.json(404, "{\"message\":\"not found\"}");

    private final RouteTable routes;

    JdkHttpAdapter(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private AuthResponse answer(HttpExchange exchange) throws IOException {
        String path = path(exchange.getRequestURI());
        Optional<RouteTable.Match> match = routes.find(path);
        if (match.isEmpty()) {
            return NOT_FOUND;
        }
        AuthRequest request = AuthRequest.builder(exchange.getRequestMethod(), path)
                .query(exchange.getRequestURI().getRawQuery())
                .pathParameters(match.get().pathParameters())
                .headers(HeaderFields.of(exchange.getRequestHeaders()))
                .clientAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                .body(exchange.getRequestBody().readNBytes(AuthRequest.MAX_BODY + 1))
                .build();
        return match.get().endpoint().handle(request);
    }

    /** To {@link URI}, but not to HTTP, what stands behind two slashes is a host. */
    private static String path(URI target) {
        String path =
                target.isAbsolute() ? target.getRawPath() : target.toString().split("\\?", 2)[0];
        return Objects.requireNonNullElse(path, "");
    }

    private static void write(HttpExchange exchange, AuthResponse response) throws IOException {
        byte[] body = response.body();
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
