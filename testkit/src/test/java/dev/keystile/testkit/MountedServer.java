package dev.keystile.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RouteTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Routes on the JDK's HTTP server, with a fault between server and endpoints if a test wants one. */
final class MountedServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final AuthResponse NOT_FOUND = AuthResponse.json(404, "{\"message\":\"not found\"}");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private MountedServer(HttpServer server) {
        this.server = server;
    }

    static MountedServer start(RouteTable routes) throws IOException {
        return start(routes, endpoint -> endpoint);
    }

    static MountedServer start(RouteTable routes, UnaryOperator<Endpoint> fault) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        MountedServer mounted = new MountedServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG));
        mounted.server.setExecutor(mounted.workers);
        mounted.server.createContext("/", exchange -> {
            try (exchange) {
                write(exchange, answer(exchange, routes, fault));
            }
        });
        mounted.server.start();
        return mounted;
    }

    private static AuthResponse answer(HttpExchange exchange, RouteTable routes, UnaryOperator<Endpoint> fault)
            throws IOException {
        String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
        Optional<RouteTable.Match> match = routes.find(path);
        AuthRequest request = AuthRequest.builder(exchange.getRequestMethod(), path)
                .pathParameters(match.map(RouteTable.Match::pathParameters).orElse(Map.of()))
                .headers(HeaderFields.of(exchange.getRequestHeaders()))
                .clientAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                .body(exchange.getRequestBody().readNBytes(AuthRequest.MAX_BODY + 1))
                .build();
        Endpoint endpoint = match.map(RouteTable.Match::endpoint).orElse(unknown -> NOT_FOUND);
        return fault.apply(endpoint).handle(request);
    }

    private static void write(HttpExchange exchange, AuthResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
