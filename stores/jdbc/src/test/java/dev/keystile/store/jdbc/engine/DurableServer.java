package dev.keystile.store.jdbc.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that keeps what it has acknowledged, whose process can be killed and started again on the same data. It isn't shared:
 * whoever starts it closes it.
 */
public final class DurableServer implements AutoCloseable {

    private static final int CONNECTIONS = 10;
    private static final Duration SHORT_WAIT = Duration.ofMillis(500);
    private static final Duration LONG_WAIT = Duration.ofMinutes(2);

    private final String url;
    private final List<String> command;
    private ProcessHandle process;

    private DurableServer(String url, ProcessHandle process, List<String> prefix) {
        this.url = url;
        this.process = process;
        this.command = commandOf(process, prefix);
    }

    /** PostgreSQL 18 with {@code fsync} and {@code synchronous_commit}, which it has off in other tests. */
    public static DurableServer postgreSql() {
        return postgreSql("postgresql-", "");
    }

    /** The same, waiting at each commit for a standby that isn't there. */
    public static DurableServer postgreSqlWithoutItsStandby() {
        return postgreSql("primary-", "standby1");
    }

    private static DurableServer postgreSql(String folder, String standby) {
        Path data = Path.of("target", "crash", folder + ProcessHandle.current().pid())
                .toAbsolutePath();
        String url = PostgresServer.startDurable(data, standby);
        return new DurableServer(url, PostgresServer.processOn(data), PostgresServer.howToStart());
    }

    /** MariaDB with {@code innodb_flush_log_at_trx_commit=1}, as it comes. */
    public static DurableServer mariaDb() {
        Path data = Path.of(
                        "target", "crash", "mariadb-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        String url = MariaDbServer.startDurable(data);
        return new DurableServer(url, MariaDbServer.processOn(data), List.of());
    }

    /** Where it listens. */
    public String url() {
        return url;
    }

    /** Connections to it, which are waited for briefly; to be closed by whoever asks. */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(SHORT_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /** Kills it, as {@code kill -9} does, and waits until none of its processes is left. */
    public void kill() {
        CompletableFuture<?>[] ends = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        process.destroyForcibly();
        CompletableFuture.allOf(ends).orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** Starts it again on the same data and port, and waits until it serves. */
    public void restart() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .toHandle();
        } catch (IOException failure) {
            throw new UncheckedIOException("The server doesn't start again: " + command, failure);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setInitializationFailTimeout(LONG_WAIT.toMillis());
        new HikariDataSource(config).close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> commandOf(ProcessHandle process, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }
}
