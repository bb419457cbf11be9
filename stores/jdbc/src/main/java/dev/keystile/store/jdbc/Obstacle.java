package dev.keystile.store.jdbc;

import dev.keystile.store.token.TokenExchange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What an exchange has met. If it is neither of both, then the token was spent once, and that counts no longer.
 *
 * @param revoked whether the token's login has been ended
 * @param spent how it was spent before, if that counts
 */
record Obstacle(boolean revoked, Optional<SpentToken> spent) {

    static Obstacle read(ResultSet row, TokenExchange exchange) throws SQLException {
        boolean revoked = row.getBoolean("login_ended") || row.getBoolean("family_ended");
        boolean recorded = row.getBytes("successor_digest") != null;
        Optional<SpentToken> spent = recorded ? Optional.of(SpentToken.read(row)) : Optional.empty();
        return new Obstacle(revoked, spent.filter(token -> exchange.nowMillis() < token.keepUntilMillis()));
    }

    boolean isGone() {
        return !revoked && spent.isEmpty();
    }
}
