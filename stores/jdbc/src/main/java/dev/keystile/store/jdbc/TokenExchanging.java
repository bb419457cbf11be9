package dev.keystile.store.jdbc;

import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Exchanges of tokens. Whoever adds the row of the spent token has won: one conditional statement under a unique key. A
 * revocation that falls together with it need not wait: it ends the successor as well, whichever of the two was first.
 */
final class TokenExchanging {

    private static final String INTENT = "exchange a token";

    private final Database database;

    TokenExchanging(Database database) {
        this.database = database;
    }

    ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        try {
            return database.byStatement(INTENT, session -> exchange(session, exchange));
        } catch (OutcomeUnknownException lost) {
            database.requireHappenedByTrial(lost, session -> hasHappened(session, exchange));
            database.byStatement(INTENT, session -> handOut(session, exchange));
            return new ExchangeResult.Exchanged<>();
        }
    }

    private static ExchangeResult<SealedToken> exchange(Session session, TokenExchange exchange) throws SQLException {
        Parameters parameters = TokenParameters.exchange(exchange);
        if (session.addIfAbsent(StatementName.SPEND_TOKEN, parameters)) {
            return new ExchangeResult.Exchanged<>();
        }
        Obstacle obstacle = obstacleTo(exchange, session);
        if (obstacle.isGone()) {
            if (session.renewOrAdd(StatementName.RESPEND_TOKEN, StatementName.SPEND_TOKEN, parameters)) {
                return new ExchangeResult.Exchanged<>();
            }
            obstacle = obstacleTo(exchange, session);
        }
        return obstacle.revoked() || obstacle.spent().isEmpty()
                ? new ExchangeResult.Unknown<>()
                : presentAgain(session, obstacle.spent().get(), exchange);
    }

    private static Obstacle obstacleTo(TokenExchange exchange, Session session) throws SQLException {
        return session.find(
                        StatementName.SPENT_TOKEN,
                        TokenParameters.exchange(exchange),
                        row -> Obstacle.read(row, exchange))
                .orElseThrow();
    }

    private static ExchangeResult<SealedToken> presentAgain(Session session, SpentToken spent, TokenExchange exchange)
            throws SQLException {
        Optional<SealedToken> successor = spent.successorFor(exchange);
        if (successor.isPresent() && handOut(session, exchange)) {
            return new ExchangeResult.Raced<>(successor.get());
        }
        if (!exchange.policy().reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        if (!exchange.policy().isTheft(spent.atMillis(), exchange.nowMillis())) {
            return new ExchangeResult.Reused<>(false);
        }
        return endFamily(session, exchange) ? new ExchangeResult.Reused<>(true) : new ExchangeResult.Unknown<>();
    }

    /** Makes sure that the token is still spent after a crash, before anybody else gets its successor. */
    private static boolean handOut(Session session, TokenExchange exchange) throws SQLException {
        return session.update(StatementName.HAND_OUT_TOKEN, TokenParameters.exchange(exchange)) == 1;
    }

    /** Not, if somebody else has ended it since this one looked. */
    private static boolean endFamily(Session session, TokenExchange exchange) throws SQLException {
        Parameters end = TokenParameters.family(
                        exchange.spent().holder(), exchange.spent().family())
                .with("keep_until", exchange.familyUntilMillis())
                .with("now", exchange.nowMillis());
        return session.addIfAbsent(StatementName.END_FAMILY, end)
                || session.renewOrAdd(StatementName.RENEW_END, StatementName.END_FAMILY, end);
    }

    /**
     * Whether the token was spent for the very successor of this exchange, which nobody else can have brought. To find the key
     * taken it waits for what may still be under way.
     */
    private static boolean hasHappened(Session session, TokenExchange exchange) throws SQLException {
        byte[] own = TokenParameters.digestOf(exchange.successor().tokenId());
        Parameters parameters = TokenParameters.exchange(exchange);
        return !session.addIfAbsent(StatementName.SPEND_TOKEN, parameters)
                && session.find(
                                StatementName.SPENT_TOKEN,
                                parameters,
                                row -> Arrays.equals(own, row.getBytes("successor_digest")))
                        .orElseThrow();
    }
}
