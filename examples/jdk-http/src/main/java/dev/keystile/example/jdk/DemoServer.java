package dev.keystile.example.jdk;

import com.sun.net.httpserver.HttpServer;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.example.common.DemoBackend;
import dev.keystile.example.common.DemoPace;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Every contract, and endpoints of the application's own, on the JDK's HTTP server at 127.0.0.1. They are mounted twice over the
 * same stores: strictly at the paths of the contracts, and with a grace window below {@code /grace}. The page is at {@code /}.
 */
final class DemoServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int STOP_SECONDS = 1;
    private static final int MOST_THREADS = 200;
    private static final String GRACE_PREFIX = "/grace";
    private static final Duration GRACE_WINDOW = Duration.ofSeconds(10);

    static {
        // A request has half a minute to arrive, or whoever sends a byte now and then would hold its thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(MOST_THREADS);
    private final DemoServices services;
    private final Runnable release;

    private DemoServer(HttpServer server, DemoServices services, Runnable release) {
        this.server = server;
        this.services = services;
        this.release = release;
    }

    /** @throws java.net.BindException if the port is taken */
    static DemoServer start(DemoSettings settings) throws IOException {
        return start(settings, DemoPace.fromSystemProperties().hasher());
    }

    static DemoServer start(DemoSettings settings, PasswordHasher hasher) throws IOException {
        DemoBackend backend = new DemoBackend(settings, hasher);
        DemoServices graceful = backend.services(ExchangePolicy.strict().withGraceWindow(GRACE_WINDOW));
        return start(backend.services(ExchangePolicy.strict()), graceful, settings.port(), backend::close);
    }

    /** Runs {@code release} when it is closed. */
    static DemoServer start(DemoServices strict, DemoServices graceful, int port, Runnable release) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        DemoServer demo = new DemoServer(http, strict, release);
        http.createContext("/", DemoPage.inFrontOf(new JdkHttpAdapter(strict.routes())));
        http.createContext(
                GRACE_PREFIX + "/", new JdkHttpAdapter(graceful.routes().under(GRACE_PREFIX)));
        DemoMetrics.routes().ifPresent(metrics -> http.createContext("/metrics", new JdkHttpAdapter(metrics)));
        http.setExecutor(demo.workers);
        http.start();
        return demo;
    }

    DemoServices services() {
        return services;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        workers.shutdown();
        release.run();
    }
}
