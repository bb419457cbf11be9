package dev.keystile.store.jdbc;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.IssueResult;
import dev.keystile.store.StoredCredential;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Logins, each in one transaction: take the user's turn, hold all logins of the user, add the candidate, let those go that the
 * policy doesn't admit beside it. Since everything is held, what was read is still true at the end.
 */
final class Issuing {

    private static final String INTENT = "issue a credential";

    private static final Comparator<StoredCredential> OLDEST_LOGIN_FIRST = Comparator.comparingLong(
                    StoredCredential::familyBegunAtMillis)
            .thenComparing(credential -> credential.family().value());

    private static final Comparator<StoredCredential> LAST_ISSUED_LAST = Comparator.comparingLong(
                    StoredCredential::issuedAtMillis)
            .thenComparing(credential -> credential.family().value());

    private final Database database;

    Issuing(Database database) {
        this.database = database;
    }

    IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        try {
            return database.inTransaction(INTENT, session -> issue(session, candidate, policy, nowMillis));
        } catch (OutcomeUnknownException lost) {
            database.requireHappened(lost, session -> hasHappened(session, candidate));
            return new IssueResult.Issued();
        }
    }

    private static IssueResult issue(Session session, StoredCredential candidate, LoginPolicy policy, long nowMillis)
            throws SQLException {
        List<StoredCredential> alive = Credentials.lockLogins(session, candidate.user()).stream()
                .filter(living -> living.isAliveAt(nowMillis))
                .toList();
        if (policy instanceof LoginPolicy.Reuse && !alive.isEmpty()) {
            return new IssueResult.Kept(Collections.max(alive, LAST_ISSUED_LAST));
        }
        Credentials.insert(session, CredentialRow.living(candidate));
        if (policy instanceof LoginPolicy.Replace) {
            Credentials.deleteLoginsBut(session, candidate);
        }
        for (StoredCredential oldest : surplus(policy, alive)) {
            Credentials.deleteLogin(session, oldest.user(), oldest.family());
        }
        return new IssueResult.Issued();
    }

    /** The oldest logins of {@code alive}, as many as have to go so that the policy admits one more. */
    private static List<StoredCredential> surplus(LoginPolicy policy, List<StoredCredential> alive) {
        return policy instanceof LoginPolicy.Independent independent
                ? alive.stream()
                        .sorted(OLDEST_LOGIN_FIRST)
                        .limit(Math.max(0, alive.size() + 1L - independent.max()))
                        .toList()
                : List.of();
    }

    /** Waits for what may still be under way, and looks whether the candidate is there, which nobody else can have brought. */
    private static boolean hasHappened(Session session, StoredCredential candidate) throws SQLException {
        Credentials.lockLogins(session, candidate.user());
        return Credentials.find(session, candidate.lookup()).isPresent();
    }
}
