package dev.keystile.jwt.service;

import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.EventChannel;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.TokenRules;
import dev.keystile.jwt.TokenVerdict;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.jwt.VerifiedToken;
import dev.keystile.store.StoreException;
import dev.keystile.store.throttle.ExchangeGuard;
import dev.keystile.store.throttle.LoginGuard;
import dev.keystile.store.token.TokenStanding;
import dev.keystile.store.user.PasswordCheck;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both dialects do alike, by the settings of one of them. */
final class TokenDesk {

    private final TokenDialect dialect;
    private final TokenVerifier verifier;
    private final TokenMint mint;
    private final DialectLedger ledger;
    private final TokenExchanger exchanger;
    private final TokenExplainer explainer;
    private final UserDirectory users;
    private final PasswordCheck passwords;
    private final LoginGuard guard;
    private final @Nullable Duration longestLogin;
    private final ExchangeGuard exchangeGuard;
    private final Clock clock;
    private final EventChannel events;

    TokenDesk(TokenDialect dialect, TokenRules rules, TokenServiceBuilder<?> settings) {
        this.dialect = dialect;
        this.verifier = new TokenVerifier(settings.keys, rules, settings.clock);
        this.mint = new TokenMint(dialect, rules, settings);
        this.ledger = new DialectLedger(dialect, settings.ledger, rules);
        this.events = new EventChannel(dialect.scheme(), settings.listener);
        this.exchanger = new TokenExchanger(mint, ledger, settings, events);
        this.explainer = new TokenExplainer(dialect, verifier, settings.users, ledger, settings.clock);
        this.users = settings.users;
        this.passwords = new PasswordCheck(settings.users, settings.hasher);
        this.guard = new LoginGuard(settings.throttle, settings.clock);
        this.longestLogin = settings.longestLogin;
        this.exchangeGuard = new ExchangeGuard(settings.exchangeThrottle, settings.clock);
        this.clock = settings.clock;
    }

    /** A login begins before the password is looked at, so that one with an old password doesn't outlive its change. */
    TokenLoginResult login(String name, String password, String clientAddress) {
        Instant loginAt = clock.instant();
        try {
            LoginGuard.Outcome outcome = guard.check(
                    name, clientAddress, () -> passwords.check(Users.byLogin(name, users), Password.plain(password)));
            return outcome instanceof LoginGuard.HeldBack held
                    ? throttled(clientAddress, held)
                    : issue(((LoginGuard.Checked) outcome).account(), loginAt);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.LOGIN, failed);
        }
    }

    TokenGrant issue(UserAccount account) {
        return issue(account, clock.instant());
    }

    TokenAuthentication verify(String compact) {
        try {
            TokenAuthentication result = check(compact);
            if (result instanceof TokenRefusal refusal) {
                events.refused(Operation.AUTHENTICATE, refusal);
            }
            return result;
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.AUTHENTICATE, failed);
        }
    }

    TokenRefreshResult exchange(String compact) {
        try {
            TokenRefreshResult result = spend(compact);
            if (result instanceof TokenRefusal refusal) {
                events.refused(Operation.EXCHANGE, refusal);
            }
            return result;
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.EXCHANGE, failed);
        }
    }

    private TokenAuthentication check(String compact) {
        TokenVerdict verdict = verifier.verify(compact);
        if (!(verdict instanceof VerifiedToken token)) {
            return refused(verdict);
        }
        Optional<UserAccount> account = dialect.find(token, users);
        if (account.isEmpty()) {
            return TokenRefusal.USER_GONE;
        }
        return objectionTo(token, account.get())
                .<TokenAuthentication>map(refusal -> refusal)
                .orElseGet(() -> new TokenCaller(token, account.get()));
    }

    private TokenRefreshResult spend(String compact) {
        TokenVerdict verdict = verifier.verify(compact);
        if (!(verdict instanceof GenuineToken token)) {
            return refused(verdict);
        }
        if (!token.isRefreshable() || isOver(token)) {
            return TokenRefusal.EXPIRED;
        }
        Optional<UserAccount> account = dialect.find(token, users);
        if (account.isEmpty()) {
            return TokenRefusal.USER_GONE;
        }
        return account.get().disabled()
                ? objectionTo(token, account.get()).orElseThrow()
                : exchangeUnlessTooOften(compact, token, account.get());
    }

    /** A token that was spent or revoked before leaves nothing behind, so it isn't counted. */
    private TokenRefreshResult exchangeUnlessTooOften(String compact, GenuineToken token, UserAccount account) {
        if (exchangeGuard.isOff() || ledger.standing(token, account, clock.millis()) != TokenStanding.GOOD) {
            return exchanger.exchange(compact, token, account);
        }
        return exchangeGuard.check(
                account.id(),
                () -> exchanger.exchange(compact, token, account),
                TokenGrant.class::isInstance,
                this::throttled);
    }

    private TokenRefreshResult throttled(Duration retryAfter) {
        events.refused(Operation.EXCHANGE, ExchangeGuard.Refusal.TOO_MANY_EXCHANGES);
        return new TokenRefreshResult.Throttled(retryAfter);
    }

    /** Whether the login of {@code token} has lasted as long as any may. */
    private boolean isOver(GenuineToken token) {
        return longestLogin != null && !clock.instant().isBefore(token.loginAt().plus(longestLogin));
    }

    boolean revoke(String compact) {
        if (!(verifier.verify(compact) instanceof GenuineToken token)) {
            return false;
        }
        Optional<UserAccount> owner = dialect.find(token, users);
        owner.ifPresent(account -> revoke(token, account));
        return owner.isPresent();
    }

    void revokeAll(UserId user) {
        try {
            ledger.revokeLogins(user, clock.millis());
            events.revoked(user, true);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.REVOKE, failed);
        }
    }

    String explain(String compact) {
        return explainer.explain(compact);
    }

    private void revoke(GenuineToken token, UserAccount owner) {
        try {
            ledger.revokeLogin(token, owner, clock.millis());
            events.revoked(owner.id(), false);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.REVOKE, failed);
        }
    }

    private TokenLoginResult issue(Optional<UserAccount> known, Instant loginAt) {
        if (known.isEmpty()) {
            return refused(TokenLoginRefusal.WRONG_LOGIN_OR_PASSWORD);
        }
        return known.get().disabled() ? refused(TokenLoginRefusal.USER_DISABLED) : issue(known.get(), loginAt);
    }

    private TokenGrant issue(UserAccount account, Instant loginAt) {
        TokenGrant grant = new TokenGrant(mint.first(account, loginAt).reveal(), account);
        events.issued(account.id());
        return grant;
    }

    private TokenLoginResult throttled(String clientAddress, LoginGuard.HeldBack held) {
        events.throttled(clientAddress, held.retryAfter());
        return new TokenLoginResult.Throttled(held.retryAfter());
    }

    private TokenLoginRefusal refused(TokenLoginRefusal reason) {
        events.refused(Operation.LOGIN, reason);
        return reason;
    }

    /** What is dead already is told so, even of a disabled user; only a token that would count again says that it may. */
    private Optional<TokenRefusal> objectionTo(GenuineToken token, UserAccount account) {
        long now = clock.millis();
        if (ledger.mayHaveForgotten(token, now)) {
            return Optional.of(TokenRefusal.EXPIRED); // the directory took its time
        }
        TokenStanding standing = ledger.standing(token, account, now);
        return switch (standing) {
            case SPENT -> Optional.of(TokenRefusal.SPENT);
            case REVOKED -> Optional.of(TokenRefusal.REVOKED);
            case GOOD -> account.disabled() ? Optional.of(TokenRefusal.USER_DISABLED) : Optional.empty();
        };
    }

    private static TokenRefusal refused(TokenVerdict verdict) {
        boolean expired = verdict instanceof TokenVerdict.RefreshableAfterExpiry
                || (verdict instanceof TokenVerdict.Refused refused
                        && refused.reason() == TokenVerdict.Refusal.EXPIRED);
        return expired ? TokenRefusal.EXPIRED : TokenRefusal.INVALID;
    }
}
