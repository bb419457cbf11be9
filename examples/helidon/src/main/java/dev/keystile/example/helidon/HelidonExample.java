package dev.keystile.example.helidon;

import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;

/** The contracts, and an endpoint of the application's own behind the Caa check, on Helidon SE. */
public final class HelidonExample {

    private static final int HEADER_LIMIT = 32 * 1024;

    private HelidonExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) {
        DemoSettings settings = DemoSettings.fromSystemProperties();
        DemoServices services = DemoServices.of(settings);
        start(services.routes(), settings.port()).announce("Helidon SE");
    }

    static RunningServer start(RouteTable routes, int port) {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(HEADER_LIMIT)
                        .maxPrologueLength(HEADER_LIMIT)
                        .build())
                .routing(routing -> routing.register(new HelidonAdapter(routes)))
                .build()
                .start();
        return new RunningServer(server.port(), server::stop);
    }
}
