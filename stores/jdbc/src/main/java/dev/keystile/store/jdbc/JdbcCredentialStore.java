package dev.keystile.store.jdbc;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import javax.sql.DataSource;

/**
 * Credentials in a database: they outlive the process, and any number of nodes share them. Linearizable on PostgreSQL, MariaDB,
 * MySQL and H2, at whatever isolation level the connections come with.
 *
 * <p>A login has one row for its living credential, which an exchange rewrites in place. Exchange and logout meet on that row, so
 * neither can miss what the other did. Logins of one user, and the revocation of all, take turns first.
 *
 * <table>
 *   <caption>What each intent sends</caption>
 *   <tr><th>intent</th><th>statements</th></tr>
 *   <tr><td>{@link #find}</td><td>{@code look_up}; of what was spent, also {@code find}</td></tr>
 *   <tr><td>{@link #exchange}, strict</td><td>{@code advance}</td></tr>
 *   <tr><td>{@link #exchange}, with grace or reuse detection</td><td>a transaction of {@code lock_login}, {@code advance},
 *     {@code insert_credential}; of what was spent before, {@code lock_login}, {@code find},
 *     {@code hand_out}, and in a theft {@code delete_login}</td></tr>
 *   <tr><td>{@link #issue}</td><td>a transaction of {@code take_turn}, {@code lock_logins}, {@code insert_credential}, and
 *     {@code delete_login} for each login that has to go or {@code delete_other_logins} for all</td></tr>
 *   <tr><td>{@link #revoke}</td><td>a transaction of {@code lock_login}, {@code delete_login}</td></tr>
 *   <tr><td>{@link #revokeAll}</td><td>a transaction of {@code take_turn}, {@code lock_logins}, {@code delete_logins}</td></tr>
 * </table>
 *
 * <p>What the engine undoes because of a deadlock is tried again, a few times; nothing else is. If a connection is lost, an
 * exchange or a login looks, on another one, whether it happened. Rows that nobody can ask for any more stay until a
 * {@link JdbcJanitor} sweeps them out; they answer nothing.
 */
public final class JdbcCredentialStore implements CredentialStore {

    private final Database database;
    private final Issuing issuing;
    private final Exchanging exchanging;
    private final Revoking revoking;

    /**
     * Credentials in the database behind {@code dataSource}, with {@link JdbcSettings#defaults()}.
     *
     * @param dataSource a pool that hands out connections of nobody else's transactions
     * @throws IllegalStateException if the database has not the tables, or forgets what it has answered; the message says what to
     *     do
     */
    public JdbcCredentialStore(DataSource dataSource) {
        this(dataSource, JdbcSettings.defaults());
    }

    /** As {@link #JdbcCredentialStore(DataSource)}, with {@code settings}. */
    public JdbcCredentialStore(DataSource dataSource, JdbcSettings settings) {
        this.database = Database.checked(dataSource, settings);
        this.issuing = new Issuing(database);
        this.exchanging = new Exchanging(database);
        this.revoking = new Revoking(database);
    }

    @Override
    public IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        return issuing.issue(candidate, policy, nowMillis);
    }

    @Override
    public FindResult find(Lookup lookup, long nowMillis) {
        return database.reading("find a credential", session -> Credentials.lookUp(session, lookup))
                .map(row -> row.at(nowMillis))
                .orElseGet(FindResult.Unknown::new);
    }

    @Override
    public ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        return exchanging.exchange(exchange);
    }

    @Override
    public boolean revoke(UserId user, FamilyId family, long nowMillis) {
        return revoking.revoke(user, family, nowMillis);
    }

    @Override
    public int revokeAll(UserId user, long nowMillis) {
        return revoking.revokeAll(user, nowMillis);
    }
}
