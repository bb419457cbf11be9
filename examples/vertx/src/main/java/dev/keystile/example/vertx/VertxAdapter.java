package dev.keystile.example.vertx;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mounts a route table on a Vert.x router. Bodies are read on the event loop as they come; endpoints, which may block on a
 * store, run on the worker pool beside each other. It knows requests and responses, and nothing of keys, tokens or JSON; copy
 * it as it is.
 */
final class VertxAdapter {

    private final Vertx vertx;
    private final RouteTable routes;

    private VertxAdapter(Vertx vertx, RouteTable routes) {
        this.vertx = vertx;
        this.routes = routes;
    }

    /** Mounts {@code routes}. The router must have no body handler in front of them: it would answer to large bodies itself. */
    static void mount(RouteTable routes, Router router, Vertx vertx) {
        VertxAdapter adapter = new VertxAdapter(vertx, routes);
        routes.paths().keySet().forEach(path -> router.route(path.text()).handler(adapter::handle));
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<RouteTable.Match> match = routes.find(request.path());
        if (match.isEmpty()) {
            context.next(); // the router also takes what is nearly the path, such as one with a slash behind it
            return;
        }
        body(request)
                .onFailure(brokenOff -> context.response().reset())
                .onSuccess(body -> vertx.executeBlocking(() -> answer(request, body, match.get()), false)
                        .onSuccess(answer -> write(answer, context.response()))
                        .onFailure(context::fail));
    }

    private static AuthResponse answer(HttpServerRequest request, Buffer body, RouteTable.Match match) {
        return match.endpoint()
                .handle(AuthRequest.builder(request.method().name(), request.path())
                        .query(request.query())
                        .pathParameters(match.pathParameters())
                        .headers(headers(request.headers()))
                        .clientAddress(request.remoteAddress().hostAddress())
                        .body(body.getBytes())
                        .build());
    }

    private static HeaderFields headers(MultiMap headers) {
        Map<String, List<String>> fields = new HashMap<>();
        headers.names().forEach(name -> fields.put(name, headers.getAll(name)));
        return HeaderFields.of(fields);
    }

    /** The body, or one byte more than is allowed of it; what comes behind that is thrown away. */
    private static Future<Buffer> body(HttpServerRequest request) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            int room = AuthRequest.MAX_BODY + 1 - body.length();
            body.appendBuffer(part, 0, Math.min(room, part.length()));
            if (body.length() > AuthRequest.MAX_BODY) {
                read.tryComplete(body);
            }
        });
        request.endHandler(end -> read.tryComplete(body));
        request.exceptionHandler(read::tryFail);
        return read.future();
    }

    private static void write(AuthResponse answer, HttpServerResponse response) {
        byte[] body = answer.body();
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("Content-Length", Integer.toString(body.length));
        response.end(Buffer.buffer(body));
    }
}
