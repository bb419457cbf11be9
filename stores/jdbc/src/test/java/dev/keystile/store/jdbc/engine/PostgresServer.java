package dev.keystile.store.jdbc.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A PostgreSQL server of this machine; unless it has to be durable, as fast as it gets. */
final class PostgresServer {

    private static final Path OLDER_BINARIES = Path.of("target", "postgresql-14");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private PostgresServer() {}

    /** Starts the version that is on the class path. */
    static String startNewest() {
        return start(EmbeddedPostgres.builder());
    }

    /** Starts the version that lies beside it. */
    static String startOldest() {
        return start(EmbeddedPostgres.builder().setPgBinaryResolver(new OlderBinaries()));
    }

    /** Starts the newest version on {@code data}, so that what is acknowledged is there after a crash, and on {@code standby}. */
    static String startDurable(Path data, String standby) {
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("synchronous_standby_names", standby));
    }

    /** What has to stand before the server's own command: it refuses to run as root. */
    static List<String> howToStart() {
        return Platform.isRoot() ? List.of("unshare", "-U") : List.of();
    }

    /** The server on {@code data}, which is nobody's child and has written down who it is. */
    static ProcessHandle processOn(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException("No server runs on " + data, failure);
        }
    }

    private static String start(EmbeddedPostgres.Builder builder) {
        Platform.requirePostgreSql();
        try {
            return builder.setPGStartupWait(PATIENCE)
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start.", failure);
        }
    }

    /** Takes the archive out of the one JAR in {@link #OLDER_BINARIES}, which is for this platform. */
    private static final class OlderBinaries implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machineHardware) throws IOException {
            JarInputStream jar = new JarInputStream(Files.newInputStream(jar()));
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    return jar;
                }
            }
            throw new FileNotFoundException(jar() + " has no archive");
        }

        private static Path jar() throws IOException {
            try (Stream<Path> jars = Files.list(OLDER_BINARIES)) {
                return jars.findFirst().orElseThrow();
            }
        }
    }
}
