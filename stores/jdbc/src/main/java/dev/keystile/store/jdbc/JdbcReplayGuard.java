package dev.keystile.store.jdbc;

import dev.keystile.codec.Digests;
import dev.keystile.store.Lookup;
import dev.keystile.store.ReplayGuard;
import java.nio.ByteBuffer;
import javax.sql.DataSource;

/**
 * Signatures that were accepted, in a database, so that no node accepts what another has. Kept as SHA-256 of credential and
 * digest, until a {@link JdbcJanitor} sweeps out what is due.
 *
 * <p>A first use is one statement, {@code remember_use}; one that isn't takes a second, {@code renew_use}, which lets it pass if
 * what was remembered is due by now. If a connection is lost, the use may be remembered and the request was not served: whoever
 * sends it has to sign it anew.
 */
public final class JdbcReplayGuard implements ReplayGuard {

    private static final String INTENT = "remember a use";

    private final Database database;

    /**
     * A guard in the database behind {@code dataSource}, with {@link JdbcSettings#defaults()}.
     *
     * @throws IllegalStateException if the database has not the tables, or forgets what it has answered; the message says what to
     *     do
     */
    public JdbcReplayGuard(DataSource dataSource) {
        this(dataSource, JdbcSettings.defaults());
    }

    /** As {@link #JdbcReplayGuard(DataSource)}, with {@code settings}. */
    public JdbcReplayGuard(DataSource dataSource, JdbcSettings settings) {
        this.database = Database.checked(dataSource, settings);
    }

    @Override
    public boolean isFirstUse(Lookup credential, byte[] digest, long keepUntilMillis, long nowMillis) {
        Parameters use = new Parameters()
                .with("use_digest", digestOf(credential, digest))
                .with("keep_until", keepUntilMillis)
                .with("now", nowMillis);
        return database.byStatement(
                INTENT,
                session -> session.addIfAbsent(StatementName.REMEMBER_USE, use)
                        || session.update(StatementName.RENEW_USE, use) == 1);
    }

    private static byte[] digestOf(Lookup credential, byte[] digest) {
        ByteBuffer use = ByteBuffer.allocate(Lookup.LENGTH + digest.length);
        return Digests.sha256(use.put(credential.bytes()).put(digest).array());
    }
}
