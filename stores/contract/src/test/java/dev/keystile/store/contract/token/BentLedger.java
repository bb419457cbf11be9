package dev.keystile.store.contract.token;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.function.UnaryOperator;

/** A sound ledger that hears something else than it is told; each verb breaks one thing. */
final class BentLedger extends SoundLedger {

    private UnaryOperator<TokenHolder> holders = UnaryOperator.identity();
    private UnaryOperator<String> ids = UnaryOperator.identity();
    private UnaryOperator<TokenExchange> exchanges = UnaryOperator.identity();
    private long clockMillis;
    private long revocationMillis;
    private long markMillis;

    /** Takes some holders for others. */
    BentLedger confusing(UnaryOperator<TokenHolder> confusion) {
        holders = confusion;
        return this;
    }

    /** Takes some token ids for others. */
    BentLedger confusingIds(UnaryOperator<String> confusion) {
        ids = confusion;
        return this;
    }

    /** Makes other exchanges than those that are asked for. */
    BentLedger making(UnaryOperator<TokenExchange> other) {
        exchanges = other;
        return this;
    }

    /** Has a clock that is off by this when it comes to standings. */
    BentLedger withClockOffBy(long millis) {
        clockMillis = millis;
        return this;
    }

    /** Remembers revocations for this much longer. */
    BentLedger prolongingRevocationsBy(long millis) {
        revocationMillis = millis;
        return this;
    }

    /** Sets marks this much later. */
    BentLedger shiftingMarksBy(long millis) {
        markMillis = millis;
        return this;
    }

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        return super.standing(bent(token), nowMillis + clockMillis);
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        TokenExchange other = exchanges.apply(exchange);
        return super.exchange(new TokenExchange(
                bent(other.spent()),
                other.successor(),
                other.policy(),
                other.nowMillis(),
                other.spentUntilMillis(),
                other.familyUntilMillis()));
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        super.revokeFamily(holders.apply(holder), family, nowMillis, untilMillis + revocationMillis);
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long beforeMillis, long nowMillis, long untilMillis) {
        super.revokeLoginsBefore(
                holders.apply(holder), beforeMillis + markMillis, nowMillis, untilMillis + revocationMillis);
    }

    private TokenReference bent(TokenReference token) {
        return new TokenReference(
                holders.apply(token.holder()), token.family(), ids.apply(token.tokenId()), token.loginAtMillis());
    }
}
