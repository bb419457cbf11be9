package dev.keystile.example.helidon;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.PathTemplate;
import dev.keystile.http.RouteTable;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mounts a route table on Helidon SE. Endpoints may block: each request has a virtual thread of its own. It knows requests and
 * responses, and nothing of keys, tokens or JSON; copy it as it is.
 */
final class HelidonAdapter implements HttpService {

    private final RouteTable routes;

    HelidonAdapter(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void routing(HttpRules rules) {
        routes.paths().keySet().stream().map(PathTemplate::inBraces).forEach(path -> rules.any(path, this::handle));
    }

    private void handle(ServerRequest request, ServerResponse response) {
        String path = request.path().rawPath();
        Optional<RouteTable.Match> match = routes.find(path);
        if (match.isEmpty()) {
            response.next();
            return;
        }
        String query = request.query().rawValue();
        AuthRequest handed = AuthRequest.builder(request.prologue().method().text(), path)
                .query(query.isEmpty() ? null : query)
                .pathParameters(match.get().pathParameters())
                .headers(headers(request.headers()))
                .clientAddress(request.remotePeer().host())
                .body(body(request))
                .build();
        write(match.get().endpoint().handle(handed), request, response);
    }

    private static HeaderFields headers(ServerRequestHeaders headers) {
        Map<String, List<String>> fields = new HashMap<>();
        headers.forEach(field -> fields.put(field.name(), field.allValues()));
        return HeaderFields.of(fields);
    }

    /** Helidon goes on reading behind a body that broke off, as if a request began there. */
    private static byte[] body(ServerRequest request) {
        try {
            return request.content().inputStream().readNBytes(AuthRequest.MAX_BODY + 1);
        } catch (IOException | RuntimeException brokenOff) {
            throw new CloseConnectionException("A request broke off in its body", brokenOff);
        }
    }

    private static void write(AuthResponse answer, ServerRequest request, ServerResponse response) {
        byte[] body = answer.body();
        response.status(answer.status());
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }
}
