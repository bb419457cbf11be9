package dev.keystile.example.servlet;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RequestGate;
import dev.keystile.http.RouteTable;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The contracts in a servlet, and a servlet of the application's own behind a filter, on embedded Jetty. */
public final class ServletExample {

    private static final String PERSONAL = "/api/user/personal";
    private static final int HEADER_LIMIT = 32 * 1024;
    private static final int MOST_THREADS = 200;
    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);

    /** Jetty's own 400 to a percent sign in a path is left out: where it stands in a token, the answer is the contract's. */
    private static final UriCompliance PATHS =
            UriCompliance.DEFAULT.with("percent-signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    static {
        // Jetty respells the Content-Types that it knows, unless this is there before its classes are.
        System.setProperty("org.eclipse.jetty.http.HttpGenerator.STRICT", "true");
    }

    private ServletExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        ExampleLauncher.launch(
                settings -> start(DemoServices.of(settings), settings.port()).announce("Jetty"));
    }

    static RunningServer start(DemoServices services, int port) throws Exception {
        ServletContextHandler context = mounted(services.contracts());
        RequestGate gate = new CaaEndpoints(services.keys()).gate("user:personal-profile");
        context.addFilter(new FilterHolder(new KeystileFilter(gate)), PERSONAL, EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new PersonalServlet()), PERSONAL);
        return start(context, port);
    }

    static RunningServer start(RouteTable routes, int port) throws Exception {
        return start(mounted(routes), port);
    }

    private static ServletContextHandler mounted(RouteTable routes) {
        ServletContextHandler context = new ServletContextHandler();
        // Jetty's own would answer 405 where nothing is mounted.
        context.getServletHandler().setEnsureDefaultServlet(false);
        ServletHolder contracts = new ServletHolder(new KeystileServlet(routes));
        for (String pattern : KeystileServlet.patterns(routes)) {
            context.addServlet(contracts, pattern);
        }
        return context;
    }

    private static RunningServer start(ServletContextHandler context, int port) throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_LIMIT);
        http.setUriCompliance(PATHS);
        Server server = new Server(new QueuedThreadPool(MOST_THREADS));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(MOST_SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        return new RunningServer(connector.getLocalPort(), () -> stop(server));
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty doesn't stop.", e);
        }
    }
}
