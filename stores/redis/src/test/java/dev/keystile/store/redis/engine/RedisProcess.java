package dev.keystile.store.redis.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A server of its own, on a free port, in a directory below {@code target/}. It ends with this JVM at the latest. It writes
 * nothing to disk while a test runs, unless an option says so.
 */
public final class RedisProcess implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 5;

    /** Once a day if anything changed, so never while a test runs; but stores take it for a server that writes to disk. */
    private static final List<String> RARELY = List.of("--save", "86400", "1");

    private final List<String> command;
    private final int port;
    private Process process;

    private RedisProcess(List<String> command, int port) {
        this.command = command;
        this.port = port;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts one, with {@code options} as they stand on a command line. */
    public static RedisProcess start(RedisBinary binary, String... options) {
        return start(
                List.of(),
                binary,
                Stream.concat(RARELY.stream(), Stream.of(options)).toList());
    }

    /** Starts one that reads {@code config}, and may write to it. */
    static RedisProcess startOn(Path config, RedisBinary binary, String... options) {
        return start(List.of(config.toString()), binary, List.of(options));
    }

    private static RedisProcess start(List<String> config, RedisBinary binary, List<String> options) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            RedisProcess started = launch(config, binary, options);
            if (started.comesUp()) {
                return started;
            }
        }
        throw new IllegalStateException(binary + " doesn't start; look into target/servers.");
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** A connection that asks it directly; to be closed by whoever asks. */
    public Jedis connect() {
        return new Jedis("127.0.0.1", port);
    }

    /** Ends it by {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on what it has written to disk. */
    public void restart() {
        process = launch();
        if (!comesUp()) {
            throw new IllegalStateException("The server doesn't come up again: " + command);
        }
    }

    /** Lets it stand still, as a machine that is overloaded or cut off. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static RedisProcess launch(List<String> config, RedisBinary binary, List<String> options) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(binary.path().toString()));
        command.addAll(config);
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1", "--dir", directory(port)));
        command.addAll(options);
        return new RedisProcess(command, port);
    }

    private static String directory(int port) {
        try {
            Path servers = Files.createDirectories(Path.of("target", "servers"));
            return Files.createTempDirectory(servers, port + "-")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(command + " can't be run.", failure);
        }
    }

    private boolean comesUp() {
        Patience.until("the server is up, or has given up", () -> answers() || !process.isAlive());
        return process.isAlive();
    }

    private boolean answers() {
        try (Jedis jedis = connect()) {
            return jedis.ping().equals("PONG");
        } catch (JedisException notYet) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("No signal " + name, failure);
        }
    }
}
