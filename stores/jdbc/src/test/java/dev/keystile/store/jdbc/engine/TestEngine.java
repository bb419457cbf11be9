package dev.keystile.store.jdbc.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.JdbcSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The engines that the stores are tested on, each started when a test asks for it, and the same one for all tests of a JVM. */
public enum TestEngine {
    /** In a file, as a server of one machine would use it. */
    H2,
    /** The newest that is served. */
    POSTGRESQL_18,
    /** The oldest that is served. */
    POSTGRESQL_14,
    /** With the isolation and the collation that it comes with. */
    MARIADB_11;

    private static final String WRITES_BEFORE_IT_ANSWERS = ";WRITE_DELAY=0";
    private static final Pattern PORT = Pattern.compile(".*://[^:/]+:(\\d+)/.*");
    private static final int MOST_CONNECTIONS = 20;
    private static final Duration POOLS_OWN_WAIT = Duration.ofSeconds(30);
    private static final AtomicInteger EMPTY_DATABASES = new AtomicInteger();
    private static final ConcurrentMap<TestEngine, String> URLS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<TestEngine, DataSource> POOLS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<TestEngine, DataSource> STRICT_POOLS = new ConcurrentHashMap<>();

    /** Where it listens. */
    public String url() {
        return URLS.computeIfAbsent(this, TestEngine::start);
    }

    /** The port that it listens on. */
    public int port() {
        return Integer.parseInt(PORT.matcher(url()).replaceFirst("$1"));
    }

    /** One connection over {@code port}, where a proxy is; to be closed by whoever asks. */
    public HikariDataSource poolThrough(int port) {
        return poolThrough(port, POOLS_OWN_WAIT);
    }

    /** The same, for which nobody waits longer than {@code wait}. Told later, a pool looks at it every half minute only. */
    public HikariDataSource poolThrough(int port, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(wait.toMillis());
        return pool(url().replace(":" + port() + "/", ":" + port + "/"), config);
    }

    /** Connections as the engine hands them out, to a database that has the tables. */
    public DataSource pool() {
        return POOLS.computeIfAbsent(this, engine -> pool(url(), manyConnections()));
    }

    /**
     * Connections that are isolated as far as the engine can, as some servers want them for their own tables; on MariaDB they
     * don't count a row as changed that was given the values that it had.
     */
    public DataSource strictPool() {
        HikariConfig config = manyConnections();
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        String settings = this == MARIADB_11 ? "&useAffectedRows=true" : "";
        return STRICT_POOLS.computeIfAbsent(this, engine -> pool(url() + settings, config));
    }

    /** A database of its own, without tables; to be closed by whoever asks. */
    public HikariDataSource emptyDatabase() {
        return open(urlOf("empty_" + EMPTY_DATABASES.incrementAndGet()));
    }

    /** Connections to {@code url}, none of them before it is asked for; to be closed by whoever asks. */
    public static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The URL of another database of the same server, which is made. */
    private String urlOf(String name) {
        if (this == H2) {
            return url().replace(WRITES_BEFORE_IT_ANSWERS, '-' + name + WRITES_BEFORE_IT_ANSWERS);
        }
        try (Connection connection = pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("No database " + name, failure);
        }
        return url().replaceFirst("/\\w+\\?", "/" + name + "?");
    }

    private String start() {
        return switch (this) {
            case H2 -> "jdbc:h2:./target/h2/keystile-" + ProcessHandle.current().pid() + WRITES_BEFORE_IT_ANSWERS;
            case POSTGRESQL_18 -> PostgresServer.startNewest();
            case POSTGRESQL_14 -> PostgresServer.startOldest();
            case MARIADB_11 -> MariaDbServer.startFast();
        };
    }

    private static HikariConfig manyConnections() {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        return config;
    }

    private static HikariDataSource pool(String url, HikariConfig config) {
        config.setJdbcUrl(url);
        HikariDataSource pool = new HikariDataSource(config);
        JdbcSchema.of(pool).createIfAbsent();
        return pool;
    }
}
