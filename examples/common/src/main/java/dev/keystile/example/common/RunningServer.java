package dev.keystile.example.common;

/**
 * A server that has been started on 127.0.0.1.
 *
 * @param port where it listens
 * @param stop stops it
 */
public record RunningServer(int port, Runnable stop) implements AutoCloseable {

    /** Tells on standard output where the server is, and stops it when the process is told to end. */
    public void announce(String name) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "keystile-example-stop"));
        System.out.println("Keystile on " + name + " is ready on http://127.0.0.1:" + port + " (Ctrl-C stops it)");
    }

    /** Stops the server. */
    @Override
    public void close() {
        stop.run();
    }
}
