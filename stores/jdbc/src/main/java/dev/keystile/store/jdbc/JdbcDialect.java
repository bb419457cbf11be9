package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An engine that the stores speak to, and the words that it understands. */
public enum JdbcDialect {

    /** PostgreSQL, 14 and later. */
    POSTGRESQL("postgresql", "PostgreSQL"),

    /** MariaDB, 10.6 and later, and MySQL, 8.0 and later. Transactions are {@code READ COMMITTED}, whatever the pool says. */
    MARIADB("mariadb", "MariaDB|MySQL"),

    /** H2 2, but not 2.5.252, embedded: one file, for one process, opened with {@code ;WRITE_DELAY=0} in its URL. */
    H2("h2", "H2");

    private static final String WARNING = "01000";

    /**
     * Where this one writes anywhere but where the chunk before had announced, its file's header names the chunk before, which leads
     * nowhere; a process killed then finds neither that commit again nor the next ones. Those before it have the order right.
     */
    private static final String FORGETFUL_H2 = "2.5.252";

    private final String folder;
    private final String products;

    /** Where warnings come from. */
    interface Warnings {
        @Nullable
        SQLWarning get() throws SQLException;
    }

    JdbcDialect(String folder, String products) {
        this.folder = folder;
        this.products = products;
    }

    /**
     * The dialect of whatever {@code dataSource} connects to.
     *
     * @throws StoreException if it can't be asked
     * @throws IllegalArgumentException if it is an engine that nobody has tried
     */
    public static JdbcDialect of(DataSource dataSource) {
        return of(dataSource, JdbcSettings.defaults());
    }

    /** As {@link #of(DataSource)}, waiting no longer than {@code settings} say. */
    static JdbcDialect of(DataSource dataSource, JdbcSettings settings) {
        try (Lease lease = Lease.of(dataSource, settings)) {
            String product = lease.connection().getMetaData().getDatabaseProductName();
            return ofProduct(product)
                    .orElseThrow(() -> new IllegalArgumentException("The data source connects to " + product
                            + "; the stores know " + Arrays.toString(values()) + "."));
        } catch (SQLException failure) {
            throw new StoreException("The database can't be asked what it is; look at the data source.", failure);
        }
    }

    /** The script that makes the tables, to be run by hand or by a migration tool. It does no harm where they are there. */
    public String schemaScript() {
        return SqlResource.read(folder + "/schema.sql");
    }

    /** Where {@link #schemaScript} is, on the class path. */
    String schemaPath() {
        return SqlResource.path(folder + "/schema.sql");
    }

    /** What this dialect says in its own words. */
    String statements() {
        return SqlResource.read(folder + "/statements.sql");
    }

    /**
     * Sets the isolation of the transaction that begins. No intent needs more than {@code READ COMMITTED}, and all are right
     * under more; but where MariaDB's default locks the gaps between users, their logins would deadlock.
     */
    void beginTransaction(Connection connection) throws SQLException {
        if (this == MARIADB) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            }
        }
    }

    /**
     * Checks that the engine answers no commit that it would forget if the process died. H2 does, unless told otherwise each
     * time that the file is opened; the others are told by whoever operates them.
     *
     * @throws IllegalStateException if it does; the message says what to add to the URL, or which release to take
     */
    void requireDurable(DataSource dataSource, JdbcSettings settings) {
        if (this == H2) {
            requireUnforgetful(version(dataSource, settings));
        }
        if (this == H2 && writeDelayMillis(dataSource, settings) > 0) {
            throw new IllegalStateException(
                    "H2 writes to its file after it has answered, so that spent credentials would be back"
                            + " after a crash; add ;WRITE_DELAY=0 to the URL of the data source.");
        }
    }

    /** Whether a change may begin only when the one before it is in the file, as {@link Turn} tells. */
    boolean changesOneByOne() {
        return this == H2;
    }

    /** Commits, and checks that it is {@linkplain #requireKept kept}. */
    void commit(Connection connection) throws SQLException {
        connection.clearWarnings();
        connection.commit();
        requireKept(connection::getWarnings);
    }

    /**
     * Checks that what was committed is where it has to be. A server whose wait for its synchronous standby is cancelled, by a
     * timeout of ours or by an operator, has committed nevertheless, on itself alone: PostgreSQL answers success and a warning,
     * which has no code of its own, and a text in the server's language. So any such warning counts.
     *
     * @param warnings what came with the answer to a commit; looked at only where it tells something
     * @throws SQLException if it may get lost yet, which {@linkplain Failures#leavesOutcomeUnknown leaves the outcome unknown}
     */
    void requireKept(Warnings warnings) throws SQLException {
        if (this == POSTGRESQL) {
            for (SQLWarning told = warnings.get(); told != null; told = told.getNextWarning()) {
                if (WARNING.equals(told.getSQLState())) {
                    throw new SQLException("The server warned when it committed.", WARNING, told);
                }
            }
        }
    }

    /** @throws IllegalStateException if this release of H2 is known to lose commits, whatever its settings */
    static void requireUnforgetful(String version) {
        if (version.startsWith(FORGETFUL_H2)) {
            throw new IllegalStateException(
                    "H2 " + FORGETFUL_H2 + " forgets commits that it has acknowledged if its process"
                            + " is killed, so that spent credentials would be back; take H2 2.4.240.");
        }
    }

    static Optional<JdbcDialect> ofProduct(String product) {
        return Arrays.stream(values())
                .filter(dialect -> product.matches(dialect.products))
                .findFirst();
    }

    private static String version(DataSource dataSource, JdbcSettings settings) {
        try (Lease lease = Lease.of(dataSource, settings)) {
            return lease.connection().getMetaData().getDatabaseProductVersion();
        } catch (SQLException failure) {
            throw new StoreException("H2 can't be asked which release it is; look at the data source.", failure);
        }
    }

    /** Of two settings, what was asked for once and what is in force, the longer: one that was asked for may be in force no more. */
    private static int writeDelayMillis(DataSource dataSource, JdbcSettings settings) {
        try (Lease lease = Lease.of(dataSource, settings);
                Statement statement = lease.statement(settings);
                ResultSet longest = statement.executeQuery("SELECT MAX(CAST(setting_value AS INTEGER))"
                        + " FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")) {
            longest.next();
            return longest.getInt(1);
        } catch (SQLException failure) {
            throw new StoreException("H2 can't be asked when it writes; look at the data source.", failure);
        }
    }
}
