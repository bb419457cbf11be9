package dev.keystile.store.redis.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A version of the server, as the build has laid it down below {@code target/}. */
public enum RedisBinary {
    /** The oldest that is served. */
    REDIS_6_2("redis-6.2"),
    /** The newest that is at hand. */
    REDIS_7_0("redis-7.0");

    private final Path folder;

    RedisBinary(String folder) {
        this.folder = Path.of("target", folder);
    }

    /** @throws TestAbortedException if there is none for this machine; says so aloud, too */
    Path path() {
        List<Path> all = all();
        Path binary = all.stream()
                .filter(candidate -> candidate.toString().endsWith("-" + platform()))
                .findFirst()
                .orElseThrow(() -> nothingIsProved(all));
        if (!binary.toFile().setExecutable(true)) {
            throw new IllegalStateException(binary + " can't be made executable.");
        }
        return binary.toAbsolutePath();
    }

    private List<Path> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Maven lays the servers down; run the tests by it once.", failure);
        }
    }

    private TestAbortedException nothingIsProved(List<Path> all) {
        String message = "NOTHING IS PROVED ON " + this + " HERE: there is no server for " + platform() + ", only "
                + all.stream().map(Path::getFileName).toList() + ".";
        System.err.println("\n======== " + message + "\n");
        return new TestAbortedException(message);
    }

    /** What this machine is, in the words of those who build the servers. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                ? "darwin"
                : System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String hardware =
                System.getProperty("os.arch").replace("x86_64", "amd64").replace("aarch64", "arm64");
        return system + "-" + hardware;
    }
}
