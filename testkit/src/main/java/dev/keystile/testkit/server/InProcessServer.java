package dev.keystile.testkit.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RouteTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A route table on the JDK's own HTTP server, on a free port of this machine. */
final class InProcessServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final AuthResponse NOT_FOUND = AuthResponse.json(404, "{\"message\":\"not found\"}");

    private final RouteTable routes;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private InProcessServer(RouteTable routes, HttpServer server) {
        this.routes = routes;
        this.server = server;
    }

    static InProcessServer start(RouteTable routes) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        InProcessServer started = new InProcessServer(routes, http);
        http.setExecutor(started.workers);
        http.createContext("/", started::handle);
        http.start();
        return started;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private AuthResponse answer(HttpExchange exchange) throws IOException {
        String path = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
        Optional<RouteTable.Match> match = routes.find(path);
        if (match.isEmpty()) {
            return NOT_FOUND;
        }
        return match.get()
                .endpoint()
                .handle(AuthRequest.builder(exchange.getRequestMethod(), path)
                        .query(exchange.getRequestURI().getRawQuery())
                        .pathParameters(match.get().pathParameters())
                        .headers(HeaderFields.of(exchange.getRequestHeaders()))
                        .clientAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                        .body(exchange.getRequestBody().readNBytes(AuthRequest.MAX_BODY + 1))
                        .build());
    }

    private static void write(HttpExchange exchange, AuthResponse response) throws IOException {
        byte[] body = response.body();
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
