package dev.keystile.example.common;

/**
 * A server that has been started on 127.0.0.1.
 *
 * @param port where it listens
 * @param stop stops it
 */
public record RunningServer(int port, Runnable stop) implements AutoCloseable {

    /** Tells on standard output where the server is and how to log in, and stops it when the process is told to end. */
    public void announce(String name) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "keystile-example-stop"));
        String address = "http://127.0.0.1:" + port;
        System.out.println("Keystile on " + name + " is ready on " + address + " (Ctrl-C stops it). Log in:");
        System.out.println("curl -i -X POST " + address
                + "/tokens -H 'Content-Type: application/json' -d '{\"login\":\"demo\",\"password\":\""
                + DemoUsers.PASSWORD + "\"}'");
    }

    /** Stops the server. */
    @Override
    public void close() {
        stop.run();
    }
}
