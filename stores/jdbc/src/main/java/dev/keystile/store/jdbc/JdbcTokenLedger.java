package dev.keystile.store.jdbc;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What speaks against tokens, in a database: it outlives the process, and any number of nodes share it. Linearizable on
 * PostgreSQL, MariaDB, MySQL and H2, at whatever isolation level the connections come with. Token ids are kept as SHA-256.
 *
 * <table>
 *   <caption>What each intent sends; each statement is a transaction of its own</caption>
 *   <tr><th>intent</th><th>statements</th></tr>
 *   <tr><td>{@link #standing}</td><td>{@code token_standing}</td></tr>
 *   <tr><td>{@link #exchange}</td><td>{@code spend_token}; of a token that is spent or revoked, also {@code spent_token},
 *     and {@code hand_out_token} in the window, or {@code end_family} in a theft</td></tr>
 *   <tr><td>{@link #revokeFamily}</td><td>{@code revoke_family}</td></tr>
 *   <tr><td>{@link #revokeLoginsBefore}</td><td>{@code revoke_logins}</td></tr>
 * </table>
 *
 * <p>What the engine undoes because of a deadlock is tried again, a few times; nothing else is. If a connection is lost, an
 * exchange looks, on another one, whether it happened; a revocation can be repeated. Rows that count no longer stay until a
 * {@link JdbcJanitor} sweeps them out, or until an exchange takes one over by {@code respend_token} or {@code renew_end}.
 */
public final class JdbcTokenLedger implements TokenLedger {

    private final Database database;
    private final TokenExchanging exchanging;

    /**
     * A ledger in the database behind {@code dataSource}, with {@link JdbcSettings#defaults()}.
     *
     * @param dataSource a pool that hands out connections of nobody else's transactions
     * @throws IllegalStateException if the database has not the tables, or forgets what it has answered; the message says what to
     *     do
     */
    public JdbcTokenLedger(DataSource dataSource) {
        this(dataSource, JdbcSettings.defaults());
    }

    /** As {@link #JdbcTokenLedger(DataSource)}, with {@code settings}. */
    public JdbcTokenLedger(DataSource dataSource, JdbcSettings settings) {
        this.database = Database.checked(dataSource, settings);
        this.exchanging = new TokenExchanging(database);
    }

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        return database.reading(
                        "tell a token's standing",
                        session -> session.find(
                                StatementName.TOKEN_STANDING,
                                TokenParameters.token(token).with("now", nowMillis),
                                JdbcTokenLedger::standing))
                .orElseThrow();
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        return exchanging.exchange(exchange);
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        Parameters end = TokenParameters.family(holder, family).with("keep_until", untilMillis);
        database.byStatement("revoke a family", session -> session.addOrChange(StatementName.REVOKE_FAMILY, end));
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        Parameters mark = TokenParameters.holder(holder)
                .with("login_before", markMillis)
                .with("keep_until", untilMillis)
                .with("now", nowMillis);
        database.byStatement(
                "revoke a user's tokens", session -> session.addOrChange(StatementName.REVOKE_LOGINS, mark));
    }

    private static TokenStanding standing(ResultSet row) throws SQLException {
        if (row.getBoolean("login_ended") || row.getBoolean("family_ended")) {
            return TokenStanding.REVOKED;
        }
        return row.getBoolean("token_spent") ? TokenStanding.SPENT : TokenStanding.GOOD;
    }
}
