package dev.keystile.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes that a server mounts: for each path one endpoint, which answers 405 with {@code Allow} to every method that no
 * route takes, HEAD and OPTIONS too. Immutable, safe for use by many threads.
 *
 * <p>A server with a router of its own mounts {@link #paths()}, so that every other path stays the server's. {@link #find} has the
 * last word on every server: routers take more than is written, such as a slash at the end, two for one, or a letter's escape.
 */
public final class RouteTable {

    private final List<Route> routes;
    private final Map<PathTemplate, Endpoint> paths;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.paths = byPath(routes);
    }

    /**
     * A table of {@code routes}.
     *
     * @throws IllegalArgumentException if two routes have the same method and path
     */
    public static RouteTable of(Collection<Route> routes) {
        return new RouteTable(List.copyOf(routes));
    }

    /** This table with {@code more} routes. */
    public RouteTable and(Collection<Route> more) {
        List<Route> all = new ArrayList<>(routes);
        all.addAll(more);
        return new RouteTable(all);
    }

    /** This table with every path below {@code prefix}, such as {@code /api/v2}. */
    public RouteTable under(String prefix) {
        return new RouteTable(routes.stream()
                .map(route -> new Route(route.method(), route.path().under(prefix), route.endpoint()))
                .toList());
    }

    /** The endpoint of each path, in the order of the routes; it takes every method. */
    public Map<PathTemplate, Endpoint> paths() {
        return paths;
    }

    /**
     * What answers {@code rawPath}, or nothing if the path is not in the table. A path that is written out wins over one with
     * parameters, and of those the first.
     *
     * @param rawPath the path as sent, still encoded, without the query
     */
    public Optional<Match> find(String rawPath) {
        Optional<Match> best = Optional.empty();
        for (Map.Entry<PathTemplate, Endpoint> mounted : paths.entrySet()) {
            Optional<Match> match =
                    mounted.getKey().match(rawPath).map(parameters -> new Match(mounted.getValue(), parameters));
            if (match.filter(found -> found.pathParameters().isEmpty()).isPresent()) {
                return match;
            }
            best = best.or(() -> match);
        }
        return best;
    }

    private static Map<PathTemplate, Endpoint> byPath(List<Route> routes) {
        Map<PathTemplate, Map<String, Endpoint>> grouped = new LinkedHashMap<>();
        for (Route route : routes) {
            Endpoint former = grouped.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .put(route.method(), route.endpoint());
            if (former != null) {
                throw new IllegalArgumentException("Two routes take " + route.method() + " " + route.path()
                        + "; mount each operation once, or move one below a prefix.");
            }
        }
        Map<PathTemplate, Endpoint> paths = new LinkedHashMap<>();
        grouped.forEach((path, methods) -> paths.put(path, byMethod(methods)));
        return Collections.unmodifiableMap(paths);
    }

    private static Endpoint byMethod(Map<String, Endpoint> methods) {
        AuthResponse refusal = AuthResponse.json(405, "{\"message\":\"method not allowed\"}")
                .with("Allow", String.join(", ", methods.keySet()));
        return request -> {
            Endpoint endpoint = methods.get(request.method());
            return endpoint == null ? refusal : endpoint.handle(request);
        };
    }

    /**
     * What answers a path.
     *
     * @param endpoint the path's endpoint, for every method
     * @param pathParameters the decoded parameters, to be handed on in {@link AuthRequest}
     */
    public record Match(Endpoint endpoint, Map<String, String> pathParameters) {}
}
