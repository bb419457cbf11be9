package dev.keystile.store.jdbc;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The sentences on {@code keystile_credential} that more than one intent says. Whatever comes back is compared once more, byte
 * by byte, whatever the engine thinks is equal.
 */
final class Credentials {

    private static final int SLOTS = 1024;

    private Credentials() {}

    /** What a lookup names, unless the login that it belongs to has ended. In one statement, or for what was spent in two. */
    static Optional<CredentialRow> lookUp(Session session, Lookup lookup) throws SQLException {
        Optional<CredentialRow> named = named(session, StatementName.LOOK_UP, lookup);
        return named.isPresent() && named.get().isSpent() ? find(session, lookup) : named;
    }

    /** As {@link #lookUp}, in one statement. */
    static Optional<CredentialRow> find(Session session, Lookup lookup) throws SQLException {
        return named(session, StatementName.FIND, lookup);
    }

    private static Optional<CredentialRow> named(Session session, StatementName statement, Lookup lookup)
            throws SQLException {
        return session.find(statement, new Parameters().with("lookup", lookup.bytes()), CredentialRow::read)
                .filter(row -> row.credential().lookup().equals(lookup));
    }

    /** The living credential of a login, expired or not; whoever else wants to change it waits until the transaction ends. */
    static Optional<StoredCredential> lockLogin(Session session, UserId user, FamilyId family) throws SQLException {
        return session.find(StatementName.LOCK_LOGIN, CredentialRow.login(user, family), CredentialRow::read)
                .map(CredentialRow::credential)
                .filter(living -> living.user().equals(user) && living.family().equals(family));
    }

    /** Those of every login of {@code user}. Until the transaction ends nobody else changes one, adds one or counts them. */
    static List<StoredCredential> lockLogins(Session session, UserId user) throws SQLException {
        takeTurn(session, user);
        return session.list(StatementName.LOCK_LOGINS, CredentialRow.logins(user), CredentialRow::read).stream()
                .map(CredentialRow::credential)
                .filter(living -> living.user().equals(user))
                .toList();
    }

    /**
     * Changes the living row to the successor, if it is what is presented, alive, and the successor's immediate predecessor.
     *
     * @throws StoreException if the successor's lookup is taken
     */
    static boolean advance(Session session, Exchange exchange) throws SQLException {
        Parameters parameters = CredentialRow.living(exchange.successor())
                .parameters()
                .with("spent_lookup", exchange.spent().bytes())
                .with("now", exchange.nowMillis());
        return change(session, StatementName.ADVANCE, parameters) == 1;
    }

    /** @throws StoreException if the lookup is taken, or the place in the login */
    static void insert(Session session, CredentialRow row) throws SQLException {
        change(session, StatementName.INSERT_CREDENTIAL, row.parameters());
    }

    /** Makes sure that the living credential of a login is still there after a crash, once the transaction is committed. */
    static void handOut(Session session, UserId user, FamilyId family) throws SQLException {
        session.update(StatementName.HAND_OUT, CredentialRow.login(user, family));
    }

    /** Ends a login; here and below without a look at what is remembered of it, or a logout would take long after many refreshes. */
    static void deleteLogin(Session session, UserId user, FamilyId family) throws SQLException {
        session.update(StatementName.DELETE_LOGIN, CredentialRow.login(user, family));
    }

    static void deleteLogins(Session session, UserId user) throws SQLException {
        session.update(StatementName.DELETE_LOGINS, CredentialRow.logins(user));
    }

    static void deleteLoginsBut(Session session, StoredCredential candidate) throws SQLException {
        Parameters parameters = CredentialRow.logins(candidate.user())
                .with("lookup", candidate.lookup().bytes());
        session.update(StatementName.DELETE_OTHER_LOGINS, parameters);
    }

    static StoreException taken() {
        return new StoreException(
                "The credential's lookup or its family is there already, nothing changed; draw keys and"
                        + " families from a secure random source.");
    }

    private static int change(Session session, StatementName name, Parameters parameters) throws SQLException {
        try {
            return session.update(name, parameters);
        } catch (SQLException failure) {
            if (Failures.isDuplicateKey(failure)) {
                throw taken();
            }
            throw failure;
        }
    }

    private static void takeTurn(Session session, UserId user) throws SQLException {
        int slot = user.tag().value() % SLOTS;
        if (session.update(StatementName.TAKE_TURN, new Parameters().with("slot", slot)) != 1) {
            throw new StoreException(
                    "Table keystile_turn has no row for slot " + slot + "; run the schema script again.");
        }
    }
}
