package dev.keystile.store.contract.token;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.contract.history.SequentialModel;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger does, one call after the other: three tables and the sentences of the SPI. Throws nothing away, so that it shares
 * none of the mistakes of those that do. Not safe for use by threads.
 */
final class TokenModel implements TokenLedger, SequentialModel<TokenModel> {

    private static final long LATE_MILLIS = 60_000;
    private static final Mark NO_MARK = new Mark(Long.MIN_VALUE, Long.MIN_VALUE);

    private final Map<Token, TokenExchange> exchanges;
    private final Map<Family, Long> endedUntil;
    private final Map<TokenHolder, Mark> marks;

    private record Token(TokenHolder holder, String id) {}

    private record Family(TokenHolder holder, FamilyId id) {}

    private record Mark(long beforeMillis, long untilMillis) {}

    TokenModel() {
        this(Map.of(), Map.of(), Map.of());
    }

    private TokenModel(
            Map<Token, TokenExchange> exchanges, Map<Family, Long> endedUntil, Map<TokenHolder, Mark> marks) {
        this.exchanges = new HashMap<>(exchanges);
        this.endedUntil = new HashMap<>(endedUntil);
        this.marks = new HashMap<>(marks);
    }

    @Override
    public TokenStanding standing(TokenReference token, long nowMillis) {
        if (isRevoked(token, nowMillis)) {
            return TokenStanding.REVOKED;
        }
        return spending(token.holder(), token.tokenId(), nowMillis) == null ? TokenStanding.GOOD : TokenStanding.SPENT;
    }

    @Override
    public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
        TokenReference token = exchange.spent();
        if (isRevoked(token, exchange.nowMillis())) {
            return new ExchangeResult.Unknown<>();
        }
        @Nullable TokenExchange former = spending(token.holder(), token.tokenId(), exchange.nowMillis());
        if (former != null) {
            return presentAgain(former, exchange);
        }
        exchanges.put(new Token(token.holder(), token.tokenId()), exchange);
        return new ExchangeResult.Exchanged<>();
    }

    @Override
    public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
        endedUntil.merge(new Family(holder, family), untilMillis, Math::max);
    }

    @Override
    public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
        Mark former = marks.getOrDefault(holder, NO_MARK);
        boolean counts = nowMillis < former.untilMillis();
        marks.put(
                holder,
                new Mark(
                        counts ? Math.max(former.beforeMillis(), markMillis) : markMillis,
                        Math.max(former.untilMillis(), untilMillis)));
    }

    @Override
    public TokenModel copy() {
        return new TokenModel(exchanges, endedUntil, marks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenModel that
                && exchanges.equals(that.exchanges)
                && endedUntil.equals(that.endedUntil)
                && marks.equals(that.marks);
    }

    @Override
    public int hashCode() {
        return exchanges.hashCode() ^ endedUntil.hashCode() ^ marks.hashCode();
    }

    private ExchangeResult<SealedToken> presentAgain(TokenExchange former, TokenExchange exchange) {
        ExchangePolicy policy = exchange.policy();
        long now = exchange.nowMillis();
        long windows = Math.min(
                former.policy().graceWindow().toMillis(), policy.graceWindow().toMillis());
        SealedToken sealed = former.successor().sealed();
        if (sealed != null
                && windows > 0
                && now < former.nowMillis() + windows
                && spending(former.spent().holder(), former.successor().tokenId(), now) == null) {
            return new ExchangeResult.Raced<>(sealed);
        }
        if (!policy.reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        boolean theft = now > former.nowMillis() + LATE_MILLIS;
        if (theft) {
            revokeFamily(exchange.spent().holder(), exchange.spent().family(), now, exchange.familyUntilMillis());
        }
        return new ExchangeResult.Reused<>(theft);
    }

    private boolean isRevoked(TokenReference token, long nowMillis) {
        Mark mark = marks.getOrDefault(token.holder(), NO_MARK);
        boolean marked = nowMillis < mark.untilMillis() && token.loginAtMillis() < mark.beforeMillis();
        return marked
                || nowMillis < endedUntil.getOrDefault(new Family(token.holder(), token.family()), Long.MIN_VALUE);
    }

    /** The exchange that spent this token, while it counts. */
    private @Nullable TokenExchange spending(TokenHolder holder, String id, long nowMillis) {
        TokenExchange exchange = exchanges.get(new Token(holder, id));
        return exchange != null && nowMillis < exchange.spentUntilMillis() ? exchange : null;
    }
}
