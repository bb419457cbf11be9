package dev.keystile.jwt.service;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.event.EventChannel;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.IssuedToken;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenSuccessor;
import dev.keystile.store.user.UserAccount;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Turns one token into the next. The successor is made first, so that nothing but the ledger can fail once a token is spent. */
final class TokenExchanger {

    private final TokenMint mint;
    private final DialectLedger ledger;
    private final ExchangePolicy policy;
    private final RandomBytes random;
    private final Clock clock;
    private final EventChannel events;

    TokenExchanger(TokenMint mint, DialectLedger ledger, TokenServiceBuilder<?> settings, EventChannel events) {
        this.mint = mint;
        this.ledger = ledger;
        this.policy = settings.exchangePolicy;
        this.random = settings.random;
        this.clock = settings.clock;
        this.events = events;
    }

    /**
     * Exchanges {@code token}, which may be exchanged as far as its claims decide.
     *
     * @param presented the token as it was presented
     * @param account its user, who isn't disabled
     */
    TokenRefreshResult exchange(String presented, GenuineToken token, UserAccount account) {
        IssuedToken successor = mint.successor(token, account);
        TokenSuccessor kept = new TokenSuccessor(successor.id(), sealed(presented, successor));
        long now = clock.millis();
        if (ledger.mayHaveForgotten(token, now)) {
            return TokenRefusal.EXPIRED; // it was in time when it was verified, but then the directory took its own
        }
        ExchangeResult<SealedToken> result = ledger.exchange(token, account, kept, policy, now);
        if (result instanceof ExchangeResult.Exchanged<SealedToken>) {
            events.exchanged(account.id());
            return new TokenGrant(successor.reveal(), account);
        }
        if (result instanceof ExchangeResult.Raced<SealedToken> raced) {
            TokenGrant winners = new TokenGrant(SuccessorSeal.open(presented, raced.successor()), account);
            events.raced(account.id());
            return winners;
        }
        if (result instanceof ExchangeResult.Reused<SealedToken> reused && reused.familyRevoked()) {
            events.familyRevoked(account.id(), token.family());
        }
        return TokenRefusal.SPENT;
    }

    private @Nullable SealedToken sealed(String presented, IssuedToken successor) {
        return policy.graceWindow().isZero() ? null : SuccessorSeal.seal(presented, successor.reveal(), random);
    }
}
