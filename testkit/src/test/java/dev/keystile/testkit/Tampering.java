package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.http.HeaderFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil what goes into an endpoint or comes out of it. */
final class Tampering {

    private static final List<String> HEADERS =
            List.of("Authorization", "Proxy-Authorization", "Content-Type", "Content-Length");

    private Tampering() {}

    /** Every answer's text goes through {@code change}. */
    static UnaryOperator<Endpoint> text(UnaryOperator<String> change) {
        return endpoint -> request -> {
            AuthResponse answer = endpoint.handle(request);
            return withText(answer, change.apply(textOf(answer)));
        };
    }

    /** As {@link #text}, for requests to {@code path} alone. */
    static UnaryOperator<Endpoint> textAt(String path, UnaryOperator<String> change) {
        return endpoint -> at(path, text(change).apply(endpoint), endpoint);
    }

    /** Every answer goes through {@code change}. */
    static UnaryOperator<Endpoint> answer(UnaryOperator<AuthResponse> change) {
        return endpoint -> request -> change.apply(endpoint.handle(request));
    }

    /** Requests that {@code which} picks are answered with {@code answer}, and reach no endpoint. */
    static UnaryOperator<Endpoint> instead(Predicate<AuthRequest> which, AuthResponse answer) {
        return endpoint -> request -> which.test(request) ? answer : endpoint.handle(request);
    }

    /** Whoever is refused at {@code path} gets what the last one got who wasn't. */
    static UnaryOperator<Endpoint> lastSuccessAgain(String path) {
        AtomicReference<AuthResponse> success = new AtomicReference<>();
        return endpoint -> request -> {
            AuthResponse answer = endpoint.handle(request);
            if (!request.path().startsWith(path)) {
                return answer;
            }
            if (answer.status() < 300) {
                success.set(answer);
            }
            AuthResponse last = success.get();
            return last == null ? answer : last;
        };
    }

    /** Every request's body goes through {@code change}. */
    static UnaryOperator<Endpoint> body(UnaryOperator<String> change) {
        return endpoint -> request -> {
            String changed = change.apply(new String(request.body(), UTF_8));
            return endpoint.handle(copy(request, request.headers(), changed.getBytes(UTF_8)));
        };
    }

    /** Every request's values of the header {@code name} go through {@code change}. */
    static UnaryOperator<Endpoint> header(String name, UnaryOperator<List<String>> change) {
        return endpoint -> request -> {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            HEADERS.forEach(known -> headers.put(known, request.headers().all(known)));
            headers.put(name, change.apply(request.headers().all(name)));
            headers.values().removeIf(List::isEmpty);
            return endpoint.handle(copy(request, HeaderFields.of(headers), request.body()));
        };
    }

    /** The token in a request's path goes through {@code change}. */
    static UnaryOperator<Endpoint> token(UnaryOperator<String> change) {
        return endpoint -> request -> request.pathParameter("token")
                .map(token -> AuthRequest.builder(request.method(), request.path())
                        .pathParameters(Map.of("token", change.apply(token)))
                        .build())
                .map(endpoint::handle)
                .orElseGet(() -> endpoint.handle(request));
    }

    static String textOf(AuthResponse answer) {
        return new String(answer.body(), UTF_8);
    }

    static AuthResponse withText(AuthResponse answer, String text) {
        AuthResponse changed =
                text.isEmpty() ? AuthResponse.empty(answer.status()) : AuthResponse.json(answer.status(), text);
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            changed = changed.with(header.getKey(), header.getValue());
        }
        return changed;
    }

    private static Endpoint at(String path, Endpoint changed, Endpoint otherwise) {
        return request -> (request.path().equals(path) ? changed : otherwise).handle(request);
    }

    private static AuthRequest copy(AuthRequest request, HeaderFields headers, byte[] body) {
        AuthRequest.Builder copy = AuthRequest.builder(request.method(), request.path())
                .headers(headers)
                .body(body);
        request.pathParameter("token").ifPresent(token -> copy.pathParameters(Map.of("token", token)));
        return copy.build();
    }
}
