package dev.keystile.example.helidon;

import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;

/** The contracts, and an endpoint of the application's own behind the Caa check, on Helidon SE. */
public final class HelidonExample {

    private static final int HEADER_LIMIT = 32 * 1024;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);

    private HelidonExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        ExampleLauncher.launch(settings ->
                start(DemoServices.of(settings).routes(), settings.port()).announce("Helidon SE"));
    }

    /** @throws UncheckedIOException if the port is taken, which Helidon only logs */
    static RunningServer start(RouteTable routes, int port) {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(MOST_SILENCE)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(HEADER_LIMIT)
                        .maxPrologueLength(HEADER_LIMIT)
                        .build())
                .routing(routing -> routing.register(new HelidonAdapter(routes)))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new UncheckedIOException(
                    new BindException("Helidon didn't start on port " + port + "; its log says why."));
        }
        return new RunningServer(server.port(), server::stop);
    }
}
