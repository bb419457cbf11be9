package dev.keystile.example.jdk;

import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.ExampleLauncher;
import java.io.IOException;

/** Starts the demo, prints what to paste, and runs until it is told to stop. */
public final class Demo {

    private Demo() {}

    /** Takes no arguments; {@link DemoSettings} come from system properties. */
    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        ExampleLauncher.launch(Demo::start);
        Thread.currentThread().join();
    }

    private static void start(DemoSettings settings) throws IOException {
        DemoServer server = DemoServer.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "keystile-demo-stop"));
        greet(server, settings);
    }

    private static void greet(DemoServer server, DemoSettings settings) {
        System.out.println("Keystile demo is ready on http://127.0.0.1:" + server.port()
                + ", for a browser or for curl (Ctrl-C stops it)");
        if (settings.jwtSecret().isEmpty() && !settings.outlivesProcess()) {
            System.out.println(
                    "The JWT secret was made just now and goes with this process; -Djwt.secret=<base64> keeps one.");
        }
        CurlLines.of(server.services(), server.port()).forEach(System.out::println);
    }
}
