package dev.keystile.example.jaxrs;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The contracts in front of Jersey's resources, and a resource of the application's own behind a name-bound filter. */
public final class JaxrsExample {

    private static final int HEADER_LIMIT = 32 * 1024;
    private static final int MOST_THREADS = 200;
    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);

    /** Jetty's own 400 to a percent sign in a path is left out: where it stands in a token, the answer is the contract's. */
    private static final UriCompliance PATHS =
            UriCompliance.DEFAULT.with("percent-signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private JaxrsExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        ExampleLauncher.launch(
                settings -> start(DemoServices.of(settings), settings.port()).announce("Jersey"));
    }

    static RunningServer start(DemoServices services, int port) throws Exception {
        return start(
                mounted(services.contracts())
                        .register(new SignedFilter(new CaaEndpoints(services.keys())::gate))
                        .register(PersonalResource.class),
                port);
    }

    static RunningServer start(RouteTable routes, int port) throws Exception {
        return start(mounted(routes), port);
    }

    private static ResourceConfig mounted(RouteTable routes) {
        return new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(new JaxrsAdapter(routes));
    }

    private static RunningServer start(ResourceConfig application, int port) throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_LIMIT);
        http.setUriCompliance(PATHS);
        Server server = new Server(new QueuedThreadPool(MOST_THREADS));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(MOST_SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(ContainerFactory.createContainer(JettyHttpContainer.class, application));
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
