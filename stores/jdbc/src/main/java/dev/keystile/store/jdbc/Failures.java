package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What a failure of the engine means. Drivers quote values in their messages, and a lookup is as good as a key where nothing is
 * sealed; so of a failed statement its class, its codes and its stack trace are told, and never its message.
 */
final class Failures {

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
    private static final int MARIADB_DEADLOCK = 1213;
    private static final String DUPLICATE_KEY = "23505";
    private static final int MARIADB_DUPLICATE_KEY = 1062;

    /** Refusals after which it is certain that nothing happened: bad data, a constraint, a rollback, a statement that is none. */
    private static final Set<String> VERDICT_CLASSES = Set.of("22", "23", "40", "42");

    /** Of these, the one that says that it doesn't know. */
    private static final String COMPLETION_UNKNOWN = "40003";

    /** Likewise: a statement that was cancelled, in the words of PostgreSQL, MariaDB and H2. */
    private static final Set<String> VERDICTS = Set.of("57014", "70100", "HYT00", "HYT01");

    private Failures() {}

    /** A deadlock, or a transaction that could not be put in order with another: the engine undid it and says: once more. */
    static boolean isWorthTryingAgain(SQLException failure) {
        return TRY_AGAIN.contains(state(failure)) || failure.getErrorCode() == MARIADB_DEADLOCK;
    }

    static boolean isDuplicateKey(SQLException failure) {
        return DUPLICATE_KEY.equals(state(failure)) || failure.getErrorCode() == MARIADB_DUPLICATE_KEY;
    }

    /** Whether nobody can tell whether it happened: the connection went before the answer came, or a warning came with it. */
    static boolean leavesOutcomeUnknown(SQLException failure) {
        String state = state(failure);
        return !VERDICTS.contains(state) && !isOfVerdictClass(state);
    }

    /** No connection, so nothing was sent: what the pool says holds no value of ours and is told in full. */
    static StoreException noConnection(String intent, SQLException failure) {
        return new StoreException(
                "No connection to " + intent + "; look at the database, and at the size of the pool.", failure);
    }

    static StoreException refused(String intent, SQLException failure) {
        return new StoreException(
                "The database did not " + intent + " (" + codes(failure) + "); nothing changed.",
                withoutMessage(failure));
    }

    static OutcomeUnknownException outcomeUnknown(String intent, SQLException failure) {
        return new OutcomeUnknownException(
                "The connection was lost, or a standby not waited for, while the database was to " + intent + " ("
                        + codes(failure) + "); it is not known to have done so for good.",
                withoutMessage(failure));
    }

    private static boolean isOfVerdictClass(String state) {
        return VERDICT_CLASSES.stream().anyMatch(state::startsWith) && !state.equals(COMPLETION_UNKNOWN);
    }

    private static SQLException withoutMessage(SQLException failure) {
        SQLException told = new SQLException(
                failure.getClass().getName() + ", its message left out because it may quote values",
                failure.getSQLState(),
                failure.getErrorCode());
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    private static String codes(SQLException failure) {
        return "SQLState " + failure.getSQLState() + ", code " + failure.getErrorCode();
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
