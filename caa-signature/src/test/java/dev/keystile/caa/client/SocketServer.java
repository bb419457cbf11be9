package dev.keystile.caa.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link TestServer} behind a socket, which can carry requests out and lose the answers. */
final class SocketServer implements AutoCloseable {

    private final TestServer contracts;
    private final HttpServer http;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger answersToLose = new AtomicInteger();

    SocketServer(TestServer contracts) throws IOException {
        this.contracts = contracts;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        http.setExecutor(workers);
        http.createContext("/", this::serve);
        http.createContext("/large", exchange -> write(exchange, Answer.json(404, "x".repeat(100_000))));
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    URI personal() {
        return address().resolve("/api/user/personal");
    }

    ApiKeyPair login() throws IOException {
        return ClientScene.read(contracts.postLogin(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5))
                .grant()
                .orElseThrow();
    }

    /** Carries the next {@code count} requests out and hangs up. */
    void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** Method and path of every request, in their order. */
    List<String> seen() {
        return seen;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.add(exchange.getRequestMethod() + " " + path);
        Answer answer = contracts.send(AuthRequest.builder(exchange.getRequestMethod(), path)
                .headers(HeaderFields.of(exchange.getRequestHeaders()))
                .body(exchange.getRequestBody().readAllBytes())
                .build());
        if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
        } else {
            write(exchange, answer);
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
