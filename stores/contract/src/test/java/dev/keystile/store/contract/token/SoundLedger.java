package dev.keystile.store.contract.token;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;

/** The model behind one lock: a ledger that keeps the contract, for others to break. */
class SoundLedger implements TokenLedger {

    private final TokenModel model = new TokenModel();

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        synchronized (model) {
            return model.standing(token, nowMillis);
        }
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        synchronized (model) {
            return model.exchange(exchange);
        }
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        synchronized (model) {
            model.revokeFamily(holder, family, nowMillis, untilMillis);
        }
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        synchronized (model) {
            model.revokeLoginsBefore(holder, markMillis, nowMillis, untilMillis);
        }
    }
}
