package dev.keystile.example.jdk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/**
 * Serves a fixed table of files, each at exactly one path, and leaves every other path to the next handler. No part of a request
 * ever names a resource, so there is nothing to traverse.
 */
final class StaticFiles implements HttpHandler {

    private static final String METHODS = "GET, HEAD";
    private static final int NO_BODY = -1;

    private final Map<String, StaticFile> files;
    private final Map<String, String> headers;
    private final HttpHandler next;

    /**
     * @param files by path, as sent
     * @param headers what every answer from the table carries
     * @param next what answers the other paths
     */
    StaticFiles(Map<String, StaticFile> files, Map<String, String> headers, HttpHandler next) {
        this.files = Map.copyOf(files);
        this.headers = Map.copyOf(headers);
        this.next = next;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        StaticFile file = path == null ? null : files.get(path);
        if (file == null) {
            next.handle(exchange);
            return;
        }
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            serve(exchange, file);
        }
    }

    private static void serve(HttpExchange exchange, StaticFile file) throws IOException {
        Headers response = exchange.getResponseHeaders();
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.set("Allow", METHODS);
            exchange.sendResponseHeaders(405, NO_BODY);
            return;
        }
        response.set("Cache-Control", "no-cache");
        response.set("ETag", file.etag());
        if (file.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, NO_BODY);
            return;
        }
        response.set("Content-Type", file.contentType());
        if (method.equals("HEAD")) {
            response.set("Content-Length", Integer.toString(file.bytes().length));
            exchange.sendResponseHeaders(200, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(200, file.bytes().length);
        exchange.getResponseBody().write(file.bytes());
    }
}
