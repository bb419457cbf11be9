package dev.keystile.soak.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL 18 that keeps what it has acknowledged. */
final class PostgresEngine {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private PostgresEngine() {}

    static Engine on(Path folder) {
        Path data = folder.resolve("postgresql");
        try {
            String url = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(PATIENCE)
                    .start()
                    .getJdbcUrl("postgres", "postgres");
            return EngineProcess.running(url, processOn(data), prefix(), () -> Databases.serves(url));
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start.", failure);
        }
    }

    /** It refuses to run as root. */
    private static List<String> prefix() {
        return Databases.isRoot() ? List.of("unshare", "-U") : List.of();
    }

    /** The server is nobody's child and has written down who it is. */
    private static ProcessHandle processOn(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        }
    }
}
