package dev.keystile.store.contract.token;

import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.contract.history.Intent;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.nio.charset.StandardCharsets;

/** The intents of a {@link TokenLedger}, as values that can be asked of a ledger and of its model, and printed. */
sealed interface TokenIntent<R> extends Intent<TokenLedger, R> {

    /** The answer of an intent that has none. */
    enum Done {
        DONE
    }

    /** A sealed successor is a made-up id, so it may be printed. */
    @Override
    default String describe(Object answer) {
        return answer instanceof ExchangeResult.Raced<?> raced && raced.successor() instanceof SealedToken sealed
                ? "raced, for " + new String(sealed.bytes(), StandardCharsets.UTF_8)
                : answer.toString();
    }

    record Ask(TokenReference token, long nowMillis) implements TokenIntent<TokenStanding> {

        @Override
        public TokenStanding on(TokenLedger ledger) {
            return ledger.standing(token, nowMillis);
        }

        @Override
        public String toString() {
            return "standing of %s (login %d) at %d".formatted(token.tokenId(), token.loginAtMillis(), nowMillis);
        }
    }

    record Spend(TokenExchange exchange) implements TokenIntent<ExchangeResult<SealedToken>> {

        @Override
        public ExchangeResult<SealedToken> on(TokenLedger ledger) {
            return ledger.exchange(exchange);
        }

        @Override
        public String toString() {
            return "exchange %s for %s (family %s, login %d) under %s at %d until %d"
                    .formatted(
                            exchange.spent().tokenId(),
                            exchange.successor().tokenId(),
                            exchange.spent().family(),
                            exchange.spent().loginAtMillis(),
                            exchange.policy(),
                            exchange.nowMillis(),
                            exchange.spentUntilMillis());
        }
    }

    record RevokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis)
            implements TokenIntent<Done> {

        @Override
        public Done on(TokenLedger ledger) {
            ledger.revokeFamily(holder, family, nowMillis, untilMillis);
            return Done.DONE;
        }

        @Override
        public String toString() {
            return "revoke family %s of %s at %d until %d".formatted(family, holder, nowMillis, untilMillis);
        }
    }

    record RevokeLogins(TokenHolder holder, long markMillis, long nowMillis, long untilMillis)
            implements TokenIntent<Done> {

        @Override
        public Done on(TokenLedger ledger) {
            ledger.revokeLoginsBefore(holder, markMillis, nowMillis, untilMillis);
            return Done.DONE;
        }

        @Override
        public String toString() {
            return "revoke logins of %s before %d at %d until %d".formatted(holder, markMillis, nowMillis, untilMillis);
        }
    }
}
