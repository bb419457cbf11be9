package dev.keystile.store.contract.token;

import static dev.keystile.store.contract.token.LedgerDriver.LATER;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.contract.history.Recorder;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.Optional;

/**
 * Somebody who calls on behalf of one user, each call recorded.
 *
 * @param number who it is in the history
 * @param node the node that is called
 */
record TokenCaller(int number, TokenLedger node, Recorder<TokenLedger> recorder) {

    /** Exchanges {@code token}; what the user holds afterwards, if anything. */
    Optional<TokenReference> exchange(TokenReference token, ExchangePolicy policy, long nowMillis) {
        TokenExchange exchange = TestLogin.exchange(token, policy, nowMillis);
        return recorder.call(number, node, new TokenIntent.Spend(exchange)).flatMap(result -> held(result, exchange));
    }

    Optional<TokenStanding> ask(TokenReference token, long nowMillis) {
        return recorder.call(number, node, new TokenIntent.Ask(token, nowMillis));
    }

    void revokeFamilyOf(TokenReference token, long nowMillis) {
        recorder.call(number, node, new TokenIntent.RevokeFamily(token.holder(), token.family(), nowMillis, LATER));
    }

    /** Ends every login of the user up to {@code nowMillis}. */
    void revokeLoginsOf(TokenReference token, long nowMillis) {
        recorder.call(number, node, new TokenIntent.RevokeLogins(token.holder(), nowMillis + 1, nowMillis, LATER));
    }

    private static Optional<TokenReference> held(ExchangeResult<SealedToken> result, TokenExchange exchange) {
        if (result instanceof ExchangeResult.Raced<SealedToken> raced) {
            return Optional.of(TestLogin.opened(exchange.spent(), raced.successor()));
        }
        return result instanceof ExchangeResult.Exchanged
                ? Optional.of(TestLogin.successorOf(exchange))
                : Optional.empty();
    }
}
