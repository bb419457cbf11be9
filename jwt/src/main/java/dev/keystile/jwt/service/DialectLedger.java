package dev.keystile.jwt.service;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.UserId;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.TokenRules;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import dev.keystile.store.token.TokenSuccessor;
import dev.keystile.store.user.UserAccount;
import java.time.Duration;

/** The ledger as one dialect writes in it: by what name a token goes there, and how long an entry has to last. */
final class DialectLedger {

    /** Clocks of nodes differ; an entry outlives what it speaks against by this. */
    private static final long MARGIN_MILLIS = Duration.ofMinutes(1).toMillis();

    private final TokenDialect dialect;
    private final TokenLedger ledger;
    private final long longestUseMillis;

    DialectLedger(TokenDialect dialect, TokenLedger ledger, TokenRules rules) {
        this.dialect = dialect;
        this.ledger = ledger;
        this.longestUseMillis = longestUse(rules).toMillis();
    }

    /** Whether what spoke against {@code token} need not be there any more: then nobody may act on its good standing. */
    boolean mayHaveForgotten(GenuineToken token, long nowMillis) {
        return nowMillis >= token.uselessAt().toEpochMilli();
    }

    TokenStanding standing(GenuineToken token, UserAccount owner, long nowMillis) {
        return ledger.standing(reference(token, owner), nowMillis);
    }

    /** Spends {@code token}, which is still remembered at {@code nowMillis}. */
    ExchangeResult<SealedToken> exchange(
            GenuineToken token, UserAccount owner, TokenSuccessor successor, ExchangePolicy policy, long nowMillis) {
        return ledger.exchange(new TokenExchange(
                reference(token, owner),
                successor,
                policy,
                nowMillis,
                token.uselessAt().toEpochMilli() + MARGIN_MILLIS,
                uselessMillis(nowMillis)));
    }

    /** Ends the login that {@code token} comes from. */
    void revokeLogin(GenuineToken token, UserAccount owner, long nowMillis) {
        ledger.revokeFamily(holder(owner.id()), token.family(), nowMillis, uselessMillis(nowMillis));
    }

    /** Ends every login up to this millisecond, and none of the next. */
    void revokeLogins(UserId user, long nowMillis) {
        ledger.revokeLoginsBefore(holder(user), nowMillis + 1, nowMillis, uselessMillis(nowMillis));
    }

    private TokenReference reference(GenuineToken token, UserAccount owner) {
        return new TokenReference(
                holder(owner.id()), token.family(), token.id(), token.loginAt().toEpochMilli());
    }

    private TokenHolder holder(UserId user) {
        return new TokenHolder(user, dialect.kind());
    }

    /** From when on nobody can present any token that exists at {@code nowMillis}. */
    private long uselessMillis(long nowMillis) {
        return nowMillis + longestUseMillis + MARGIN_MILLIS;
    }

    /** How long a token that was made just now can be presented, be it to exchange it. */
    private static Duration longestUse(TokenRules rules) {
        Duration valid = rules.longestLifetime().plus(rules.leeway());
        return rules.refreshWindow()
                .filter(window -> window.compareTo(valid) > 0)
                .orElse(valid);
    }
}
