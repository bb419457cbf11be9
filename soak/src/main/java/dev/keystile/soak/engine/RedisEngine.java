package dev.keystile.soak.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Redis 7.0 that keeps what it has acknowledged. */
final class RedisEngine {

    private static final String HOST = "127.0.0.1";

    private RedisEngine() {}

    static Engine on(Path folder) {
        try {
            int port = freePort();
            Files.createDirectories(folder);
            List<String> command = List.of(
                    binary().toString(),
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    HOST,
                    "--dir",
                    folder.toString(),
                    "--appendonly",
                    "yes",
                    "--appendfsync",
                    "always");
            return EngineProcess.start("redis://" + HOST + ":" + port, command, () -> serves(port));
        } catch (IOException failure) {
            throw new UncheckedIOException("Redis did not start.", failure);
        }
    }

    /** The server for this machine, as the build has laid it down below {@code target/}. */
    private static Path binary() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String hardware =
                System.getProperty("os.arch").replace("x86_64", "amd64").replace("aarch64", "arm64");
        try (Stream<Path> servers = Files.list(Path.of("target", "redis"))) {
            Path binary = servers.filter(server -> server.toString().endsWith("-" + system + "-" + hardware))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no Redis for " + system + "-" + hardware));
            if (!binary.toFile().setExecutable(true)) {
                throw new IllegalStateException(binary + " can't be made executable.");
            }
            return binary.toAbsolutePath();
        }
    }

    private static boolean serves(int port) {
        try (Jedis jedis = new Jedis(HOST, port)) {
            return jedis.ping().equals("PONG");
        } catch (JedisException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
