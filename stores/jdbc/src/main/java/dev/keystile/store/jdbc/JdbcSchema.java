package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The tables of the stores. Every store checks at its start that they are there, and that they are of the version that it knows.
 * Nobody makes or changes them unasked: run {@link JdbcDialect#schemaScript}, or call {@link #createIfAbsent}.
 */
public final class JdbcSchema {

    /** The version that these stores know. */
    public static final int VERSION = 1;

    /** That there is no such table, in the words of PostgreSQL, MariaDB and H2. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    /** Whoever makes the tables may have to wait for another node that does. */
    private static final JdbcSettings PATIENT = JdbcSettings.defaults().withTimeout(Duration.ofMinutes(1));

    private final DataSource dataSource;
    private final JdbcSettings settings;
    private final JdbcDialect dialect;

    private JdbcSchema(DataSource dataSource, JdbcSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.dialect = JdbcDialect.of(dataSource, settings);
    }

    /**
     * The schema of the database behind {@code dataSource}, which has a minute for each statement.
     *
     * @throws StoreException if it can't be asked
     * @throws IllegalArgumentException if it is an engine that nobody has tried
     */
    public static JdbcSchema of(DataSource dataSource) {
        return of(dataSource, PATIENT);
    }

    /** As {@link #of(DataSource)}, waiting no longer than {@code settings} say. */
    static JdbcSchema of(DataSource dataSource, JdbcSettings settings) {
        return new JdbcSchema(dataSource, settings);
    }

    /**
     * Makes the tables, unless they are there. The data source's user must be allowed to; in production that is often another
     * user's work, by the script. Several nodes may call it at once.
     *
     * @return this schema, which is current now
     * @throws IllegalStateException if there are tables of another version
     * @throws StoreException if the database refuses
     */
    public JdbcSchema createIfAbsent() {
        synchronized (JdbcSchema.class) { // H2, whose nodes are all in here, makes an index twice otherwise
            if (version().isEmpty()) {
                create();
            }
        }
        return requireCurrent();
    }

    /**
     * Checks that the tables are there, and of the version that these stores know.
     *
     * @return this schema
     * @throws IllegalStateException if not; the message names the script to run
     * @throws StoreException if the database can't be asked
     */
    public JdbcSchema requireCurrent() {
        OptionalInt version = version();
        if (version.isEmpty()) {
            throw new IllegalStateException("The database has no Keystile tables; run " + dialect.schemaPath()
                    + ", which is in the JAR, or call JdbcSchema.of(dataSource).createIfAbsent().");
        }
        if (version.getAsInt() != VERSION) {
            throw new IllegalStateException("The database's Keystile tables are of version " + version.getAsInt()
                    + ", and this library knows version " + VERSION
                    + "; take the library that knows them, or drop them, run "
                    + dialect.schemaPath() + ", which is in the JAR, and let everybody log in again.");
        }
        return this;
    }

    private void create() {
        try {
            runScript();
        } catch (SQLException failure) {
            if (version().isEmpty()) {
                throw new StoreException(
                        "The tables can't be made; look at what the data source's user may do, or run "
                                + dialect.schemaPath() + " as one who may.",
                        failure);
            }
        }
    }

    private OptionalInt version() {
        try (Lease lease = Lease.of(dataSource, settings);
                Statement statement = lease.statement(settings);
                ResultSet result = statement.executeQuery("SELECT version FROM keystile_schema")) {
            return result.next() ? OptionalInt.of(result.getInt("version")) : OptionalInt.empty();
        } catch (SQLException failure) {
            if (NO_TABLE.contains(String.valueOf(failure.getSQLState()))) {
                return OptionalInt.empty();
            }
            throw new StoreException(
                    "The database can't be asked for its schema version; look at the data source.", failure);
        }
    }

    /** In one transaction, where the engine has such for tables: of nodes that start together the others wait, and then see. */
    private void runScript() throws SQLException {
        try (Lease lease = Lease.of(dataSource, settings)) {
            lease.connection().setAutoCommit(false);
            try (Statement statement = lease.statement(settings)) {
                for (String sql : statements(dialect.schemaScript())) {
                    statement.execute(sql);
                }
                dialect.commit(lease.connection());
            } catch (SQLException failure) {
                lease.rollBack();
                throw failure;
            }
        }
    }

    static List<String> statements(String script) {
        return Arrays.stream(script.replaceAll("--.*", "").split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
