package dev.keystile.example.jaxrs;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.RouteTable;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * Mounts a route table in front of the resources of a JAX-RS application. It stands before the matching, because a resource can't
 * take every method, and JAX-RS answers HEAD, OPTIONS and a Content-Type that is sent twice by itself. It knows requests and
 * responses, and nothing of keys, tokens or JSON; copy it, with {@link JaxrsMessages}, as it is.
 */
@PreMatching
final class JaxrsAdapter implements ContainerRequestFilter {

    private final RouteTable routes;

    @Inject
    private Provider<Request> connection;

    JaxrsAdapter(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Optional<RouteTable.Match> match = routes.find(JaxrsMessages.path(request));
        if (match.isEmpty()) {
            return;
        }
        AuthRequest handed = JaxrsMessages.withoutBody(request)
                .pathParameters(match.get().pathParameters())
                .clientAddress(Request.getRemoteAddr(connection.get()))
                .body(request.getEntityStream().readNBytes(AuthRequest.MAX_BODY + 1))
                .build();
        request.abortWith(JaxrsMessages.response(match.get().endpoint().handle(handed)));
    }
}
