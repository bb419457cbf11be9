package dev.keystile.store.jdbc;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;

/**
 * Logouts. They hold what is alive before they delete it, so that an exchange that is under way is over by then. What was spent
 * in a login counts only as long as it has a living row. A logout whose connection is lost can be repeated.
 */
final class Revoking {

    private final Database database;

    Revoking(Database database) {
        this.database = database;
    }

    boolean revoke(UserId user, FamilyId family, long nowMillis) {
        return database.inTransaction("revoke a login", session -> {
            boolean alive = Credentials.lockLogin(session, user, family)
                    .filter(living -> living.isAliveAt(nowMillis))
                    .isPresent();
            Credentials.deleteLogin(session, user, family);
            return alive;
        });
    }

    int revokeAll(UserId user, long nowMillis) {
        return database.inTransaction("revoke all logins of a user", session -> {
            long alive = Credentials.lockLogins(session, user).stream()
                    .filter(living -> living.isAliveAt(nowMillis))
                    .count();
            Credentials.deleteLogins(session, user);
            return Math.toIntExact(alive);
        });
    }
}
