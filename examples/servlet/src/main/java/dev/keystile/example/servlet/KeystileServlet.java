package dev.keystile.example.servlet;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.PathTemplate;
import dev.keystile.http.RouteTable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Mounts a route table in a servlet container. Map it to its {@link #patterns}; it needs no more. It knows requests and
 * responses, and nothing of keys, tokens or JSON; copy it, with {@link ServletMessages}, as it is.
 */
public final class KeystileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RouteTable routes;

    /** Serves {@code routes}. */
    public KeystileServlet(RouteTable routes) {
        this.routes = routes;
    }

    /**
     * The URL patterns that bring every path of {@code routes} here. A pattern has no parameters: one that ends in a star also
     * brings paths that are not in the table, to which this servlet answers as the container does where nothing is mounted.
     */
    public static String[] patterns(RouteTable routes) {
        return routes.paths().keySet().stream()
                .map(PathTemplate::inBraces)
                .map(path -> path.replaceFirst("\\{.*", "*"))
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RouteTable.Match> match = routes.find(ServletMessages.path(request));
        if (match.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        AuthRequest handed = ServletMessages.withBody(request)
                .pathParameters(match.get().pathParameters())
                .build();
        ServletMessages.write(match.get().endpoint().handle(handed), response);
    }
}
