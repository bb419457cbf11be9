package dev.keystile.store.jdbc;

import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that was exchanged before, and what has become of it since.
 *
 * @param atMillis when it was exchanged
 * @param keepUntilMillis until when that counts
 * @param sealed its successor, if there was a grace window
 * @param sealedUntilMillis when that window ends, or ended
 * @param outlived whether its successor has been exchanged in its turn
 */
record SpentToken(
        long atMillis, long keepUntilMillis, @Nullable SealedToken sealed, long sealedUntilMillis, boolean outlived) {

    static SpentToken read(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return new SpentToken(
                row.getLong("spent_at"),
                row.getLong("keep_until"),
                sealed == null ? null : SealedToken.of(sealed),
                row.getLong("sealed_until"),
                row.getBoolean("successor_spent"));
    }

    /** The successor that whoever presents the token again by {@code exchange} may have. */
    Optional<SealedToken> successorFor(TokenExchange exchange) {
        boolean open = exchange.policy().isGraceOpen(atMillis, exchange.nowMillis())
                && exchange.nowMillis() < sealedUntilMillis;
        return open && !outlived ? Optional.ofNullable(sealed) : Optional.empty();
    }
}
