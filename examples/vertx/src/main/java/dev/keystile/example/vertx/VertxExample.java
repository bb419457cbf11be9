package dev.keystile.example.vertx;

import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The contracts, and an endpoint of the application's own behind the Caa check, on Vert.x. */
public final class VertxExample {

    private static final int HEADER_LIMIT = 32 * 1024;
    private static final int MOST_SILENCE_SECONDS = 30;

    private VertxExample() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        ExampleLauncher.launch(settings -> start(DemoServices.of(settings).routes(), Vertx.vertx(), settings.port())
                .announce("Vert.x"));
    }

    /** Starts a server that owns {@code vertx}. */
    static RunningServer start(RouteTable routes, Vertx vertx, int port) {
        Router router = Router.router(vertx);
        router.route().handler(VertxExample::refuseUnknownCodings);
        VertxAdapter.mount(routes, router, vertx);
        HttpServerOptions options = new HttpServerOptions()
                .setMaxHeaderSize(HEADER_LIMIT)
                .setMaxInitialLineLength(HEADER_LIMIT)
                .setIdleTimeout(MOST_SILENCE_SECONDS)
                .setHandle100ContinueAutomatically(true);
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(port, "127.0.0.1")
                .await();
        return new RunningServer(server.actualPort(), () -> vertx.close().await());
    }

    /** Vert.x goes by the length of such a request; what stands in front of it may think otherwise, and see another body. */
    private static void refuseUnknownCodings(RoutingContext context) {
        String coding = context.request().getHeader("Transfer-Encoding");
        if (coding == null || coding.equalsIgnoreCase("chunked")) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(400)
                    .putHeader("Connection", "close")
                    .end();
        }
    }
}
