package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs intents: on a connection of their own, in one statement or in one transaction, with a timeout on every wait, again if the
 * engine undid them because of a deadlock, and never again for any other reason. Where the engine needs it, changes take turns.
 */
final class Database {

    /** More than are ever needed by as many as wait for one row; a database that says "once more" for ever has to end, too. */
    private static final int MOST_ATTEMPTS = 20;

    private final DataSource dataSource;
    private final JdbcDialect dialect;
    private final JdbcSettings settings;
    private final Statements statements;

    /** What an intent does on its connection. It may run more than once, but what it did before is undone then. */
    interface Work<R> {
        R on(Session session) throws SQLException;
    }

    private enum Extent {
        READING,
        STATEMENT,
        TRANSACTION,
        TRIAL
    }

    Database(DataSource dataSource, JdbcSettings settings) {
        this.dataSource = dataSource;
        this.dialect = JdbcDialect.of(dataSource, settings);
        this.settings = settings;
        this.statements = Statements.of(dialect);
    }

    /** A database whose schema is there, and is the one that the stores know, and that keeps what it has acknowledged. */
    static Database checked(DataSource dataSource, JdbcSettings settings) {
        JdbcSchema.of(dataSource, settings).requireCurrent();
        Database database = new Database(dataSource, settings);
        database.dialect.requireDurable(dataSource, settings);
        return database;
    }

    JdbcDialect dialect() {
        return dialect;
    }

    /**
     * Runs {@code work} that changes nothing, and waits for nobody who does.
     *
     * @param intent what it is for, as it reads after "did not"
     * @throws StoreException if it can't be told
     */
    <R> R reading(String intent, Work<R> work) {
        return run(intent, Extent.READING, work);
    }

    /**
     * Runs {@code work}, each of whose statements is a transaction of its own.
     *
     * @param intent what it is for, as it reads after "did not"
     * @throws OutcomeUnknownException if the connection was lost, or its standby not waited for, so that it may have happened
     * @throws StoreException if it didn't happen
     */
    <R> R byStatement(String intent, Work<R> work) {
        return run(intent, Extent.STATEMENT, work);
    }

    /** As {@link #byStatement}, but all of {@code work} happens, or nothing of it. */
    <R> R inTransaction(String intent, Work<R> work) {
        return run(intent, Extent.TRANSACTION, work);
    }

    /**
     * Looks, on another connection, whether what was lost has happened.
     *
     * @param evidence changes something, so that by its commit what it has found is on disk
     * @throws OutcomeUnknownException {@code lost}, if it is not seen to have happened
     */
    void requireHappened(OutcomeUnknownException lost, Work<Boolean> evidence) {
        requireHappened(lost, Extent.TRANSACTION, evidence);
    }

    /** As {@link #requireHappened}, where to try it again is the evidence: what that changes is rolled back. */
    void requireHappenedByTrial(OutcomeUnknownException lost, Work<Boolean> evidence) {
        requireHappened(lost, Extent.TRIAL, evidence);
    }

    private void requireHappened(OutcomeUnknownException lost, Extent extent, Work<Boolean> evidence) {
        try {
            if (run("tell what happened", extent, evidence)) {
                return;
            }
        } catch (StoreException alsoFailed) {
            lost.addSuppressed(alsoFailed);
        }
        throw lost;
    }

    private <R> R run(String intent, Extent extent, Work<R> work) {
        return extent != Extent.READING && dialect.changesOneByOne()
                ? Turn.take(intent, settings, () -> tryUntilDone(intent, extent, work))
                : tryUntilDone(intent, extent, work);
    }

    private <R> R tryUntilDone(String intent, Extent extent, Work<R> work) {
        for (int attempt = 1; ; attempt++) {
            try (Lease lease = lease(intent)) {
                return extent == Extent.READING || extent == Extent.STATEMENT
                        ? byStatement(lease, work)
                        : inTransaction(lease, extent, work);
            } catch (SQLException failure) {
                if (!Failures.isWorthTryingAgain(failure) || attempt == MOST_ATTEMPTS) {
                    throw Failures.leavesOutcomeUnknown(failure)
                            ? Failures.outcomeUnknown(intent, failure)
                            : Failures.refused(intent, failure);
                }
            }
        }
    }

    private Lease lease(String intent) {
        try {
            return Lease.of(dataSource, settings);
        } catch (SQLException failure) {
            throw Failures.noConnection(intent, failure);
        }
    }

    private <R> R byStatement(Lease lease, Work<R> work) throws SQLException {
        return work.on(session(lease));
    }

    private <R> R inTransaction(Lease lease, Extent extent, Work<R> work) throws SQLException {
        lease.connection().setAutoCommit(false);
        boolean committed = false;
        try {
            dialect.beginTransaction(lease.connection());
            R result = work.on(session(lease));
            if (extent == Extent.TRANSACTION) {
                dialect.commit(lease.connection());
                committed = true;
            }
            return result;
        } finally {
            if (!committed) {
                lease.rollBack();
            }
        }
    }

    private Session session(Lease lease) {
        return new Session(lease.connection(), dialect, statements, settings.timeoutSeconds());
    }
}
