package dev.keystile.store.jdbc;

import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottleKey;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Failed logins in a database, so that all nodes count together and a restart forgets nothing. Names and addresses are kept as
 * keyed digests. Safe for use by many threads.
 *
 * <p>An attempt that is refused is one statement, {@code find_attempts}, and changes nothing. One that is admitted is a transaction as
 * well: {@code hold_attempt}, {@code find_attempts}, {@code count_attempt}. It holds the meters in the order of their names, so nodes
 * wait for each other and lose no count; a success and a withdrawal are such a transaction, too. If a connection is lost, the
 * failure may be counted and the login was not served.
 *
 * <p>Rows are bounded by what is admitted: at most three for each attempt whose password was looked at, and none for those that had
 * to wait. A {@link JdbcJanitor} sweeps them out, an hour after they have come to count no longer.
 */
public final class JdbcLoginThrottle implements LoginThrottle {

    private static final AttemptDecision ADMITTED = new AttemptDecision.Admitted();

    private final Database database;
    private final ThrottlePolicy policy;
    private final ThrottleKey key;

    /**
     * A throttle in the database behind {@code dataSource}, by {@link ThrottlePolicy#standard()} and with
     * {@link JdbcSettings#defaults()}.
     *
     * @param key the same on all nodes
     * @throws IllegalStateException if the database has not the tables, or forgets what it has answered; the message says what to
     *     do
     */
    public JdbcLoginThrottle(DataSource dataSource, ThrottleKey key) {
        this(dataSource, key, ThrottlePolicy.standard(), JdbcSettings.defaults());
    }

    /** As {@link #JdbcLoginThrottle(DataSource, ThrottleKey)}, by {@code policy} and with {@code settings}. */
    public JdbcLoginThrottle(DataSource dataSource, ThrottleKey key, ThrottlePolicy policy, JdbcSettings settings) {
        this.database = Database.checked(dataSource, settings);
        this.key = key;
        this.policy = policy;
    }

    @Override
    public AttemptDecision begin(LoginAttempt attempt) {
        AttemptSheet seen = sheetOf(attempt);
        database.byStatement("look for failed logins", session -> seen.read(session));
        return seen.waitMillis() > 0
                ? tooMany(seen.waitMillis())
                : database.inTransaction("count a login", session -> begin(session, sheetOf(attempt)));
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        change("clear failed logins", attempt, AttemptSheet::succeed);
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        change("take a login back", attempt, AttemptSheet::takeBack);
    }

    private static AttemptDecision begin(Session session, AttemptSheet sheet) throws SQLException {
        hold(session, sheet);
        if (sheet.waitMillis() > 0) {
            return tooMany(sheet.waitMillis());
        }
        sheet.count();
        session.updateEach(StatementName.COUNT_ATTEMPT, sheet.rows());
        return ADMITTED;
    }

    private void change(String intent, LoginAttempt attempt, Consumer<AttemptSheet> change) {
        database.inTransaction(intent, session -> {
            AttemptSheet sheet = sheetOf(attempt);
            hold(session, sheet);
            change.accept(sheet);
            session.updateEach(StatementName.COUNT_ATTEMPT, sheet.rows());
            return sheet;
        });
    }

    /** Of two on H2 that find no row, both want to add theirs. The second fails, and has to begin anew to see the first's. */
    private static void hold(Session session, AttemptSheet sheet) throws SQLException {
        try {
            session.updateEach(StatementName.HOLD_ATTEMPT, sheet.names());
        } catch (SQLException failure) {
            throw Failures.isDuplicateKey(failure)
                    ? new SQLTransactionRollbackException("Another node has added it.", "40001", failure)
                    : failure;
        }
        sheet.read(session);
    }

    private AttemptSheet sheetOf(LoginAttempt attempt) {
        return new AttemptSheet(policy, key, attempt);
    }

    private static AttemptDecision tooMany(long waitMillis) {
        return new AttemptDecision.TooMany(Duration.ofMillis(waitMillis));
    }
}
