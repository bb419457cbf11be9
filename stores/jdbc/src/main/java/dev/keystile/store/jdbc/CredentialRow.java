package dev.keystile.store.jdbc;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code keystile_credential}.
 *
 * @param credential what it keeps
 * @param spentAtMillis when it was exchanged; null while it is the living credential of its login
 * @param keepUntilMillis when a spent one is remembered no longer; when the row of a living one is needed no longer, which is not
 *     before it expires, nor before what was spent in its login is remembered no longer
 */
record CredentialRow(StoredCredential credential, @Nullable Long spentAtMillis, long keepUntilMillis) {

    private static final int LIVING_PLACE = 0;

    static CredentialRow living(StoredCredential credential) {
        return new CredentialRow(credential, null, credential.expiresAtMillis());
    }

    static CredentialRow spent(StoredCredential credential, long spentAtMillis, long rememberedUntilMillis) {
        return new CredentialRow(credential, spentAtMillis, rememberedUntilMillis);
    }

    static CredentialRow read(ResultSet row) throws SQLException {
        UserId user = new UserId(text(row, "user_id"));
        StoredCredential credential = new StoredCredential(
                Lookup.of(user.tag(), row.getBytes("lookup")),
                user,
                new FamilyId(text(row, "family_id")),
                row.getLong("begun_at"),
                row.getInt("generation"),
                row.getLong("issued_at"),
                row.getLong("expires_at"),
                CredentialBody.of(row.getBytes("body")));
        return new CredentialRow(credential, nullableLong(row, "spent_at"), row.getLong("keep_until"));
    }

    boolean isSpent() {
        return spentAtMillis != null;
    }

    FindResult at(long nowMillis) {
        if (!isSpent()) {
            return credential.isAliveAt(nowMillis) ? new FindResult.Live(credential) : new FindResult.Unknown();
        }
        return nowMillis < keepUntilMillis ? new FindResult.Spent(credential) : new FindResult.Unknown();
    }

    Parameters parameters() {
        return login(credential.user(), credential.family())
                .with("place", spentAtMillis == null ? LIVING_PLACE : credential.generation() + 1)
                .with("begun_at", credential.familyBegunAtMillis())
                .with("generation", credential.generation())
                .with("lookup", credential.lookup().bytes())
                .with("issued_at", credential.issuedAtMillis())
                .with("expires_at", credential.expiresAtMillis())
                .withNullable("spent_at", spentAtMillis)
                .with("keep_until", keepUntilMillis)
                .with("body", credential.body().bytes());
    }

    /** What names a login. */
    static Parameters login(UserId user, FamilyId family) {
        return logins(user).with("family_id", family.value());
    }

    /** What names all logins of a user. */
    static Parameters logins(UserId user) {
        return new Parameters().with("user_id", user.value());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
