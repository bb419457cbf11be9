package dev.keystile.caa.service;

import dev.keystile.caa.RequestBinding;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.event.AuthEvent;
import dev.keystile.event.AuthEvent.Operation;
import dev.keystile.event.EventChannel;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.throttle.ExchangeGuard;
import dev.keystile.store.throttle.LoginGuard;
import dev.keystile.store.user.PasswordCheck;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs: logins that hand them out, requests that are signed with them, refreshes that turn one into the next exactly once.
 * The mounted endpoints call nothing else, and neither need a server's own controllers.
 *
 * <p>Made by {@link #builder}; safe for use by many threads. Refusals are values. What is thrown is either a
 * {@link dev.keystile.store.StoreException} or the user directory's own exception; answer those as an unexpected failure, the
 * pair is then as it was.
 */
public final class CaaKeys {

    private static final int MOBILE_LENGTH = 11;

    private final PairVault vault;
    private final Gate gate;
    private final UserDirectory users;
    private final PasswordCheck passwords;
    private final LoginGuard guard;
    private final ExchangeGuard exchangeGuard;
    private final LoginPolicy loginPolicy;
    private final ExchangePolicy exchangePolicy;
    private final Clock clock;
    private final Explainer explainer;
    private final EventChannel events;

    CaaKeys(CaaKeysBuilder settings) {
        this.vault = new PairVault(settings);
        this.gate = new Gate(vault, settings.users, settings.verifier, settings.replayGuard, settings.clock);
        this.users = settings.users;
        this.passwords = new PasswordCheck(settings.users, settings.hasher);
        this.guard = new LoginGuard(settings.throttle, settings.clock);
        this.exchangeGuard = new ExchangeGuard(settings.exchangeThrottle, settings.clock);
        this.loginPolicy = settings.loginPolicy;
        this.exchangePolicy = settings.exchangePolicy;
        this.clock = settings.clock;
        this.explainer = new Explainer(vault, settings.users, settings.verifier, settings.clock);
        this.events = new EventChannel(AuthEvent.Scheme.CAA, settings.listener);
    }

    /** Keys kept in {@code store}, for the users of {@code users}, with every setting at its safe default. */
    public static CaaKeysBuilder builder(CredentialStore store, UserDirectory users) {
        return new CaaKeysBuilder(store, users);
    }

    /** As {@link #login(String, String, String)}, for callers who don't know where the client is. */
    public LoginResult login(@Nullable String mobile, @Nullable String passwordMd5) {
        return login(mobile, passwordMd5, "");
    }

    /**
     * Logs a user in. Unknown mobile, wrong password and disabled user are one refusal and the same work.
     *
     * @param mobile 11 digits; anything else, null too, is refused as such
     * @param passwordMd5 the 32 hex digits of the password's MD5, in either case; anything else, null too, is refused as such
     * @param clientAddress where the client is, for the throttle; empty if that isn't known. Behind a proxy it is what the proxy
     *     says, and never what the client says of itself
     */
    public LoginResult login(@Nullable String mobile, @Nullable String passwordMd5, String clientAddress) {
        if (mobile == null || !isMobile(mobile)) {
            return refused(LoginRefusal.INVALID_MOBILE);
        }
        if (passwordMd5 == null || !Password.isMd5Hex(passwordMd5)) {
            return refused(LoginRefusal.INVALID_PASSWORD);
        }
        try {
            LoginGuard.Outcome outcome = guard.check(
                    mobile,
                    clientAddress,
                    () -> passwords.check(users.findByMobile(mobile), Password.md5Hex(passwordMd5)));
            return outcome instanceof LoginGuard.HeldBack held
                    ? throttled(clientAddress, held)
                    : issue(((LoginGuard.Checked) outcome).account());
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.LOGIN, failed);
        }
    }

    /**
     * Checks the signature of a request.
     *
     * @param action what the caller wants to do, as the server names it; never taken from the request
     * @param authorization every {@code Authorization} header of the request, so that one that was sent twice is refused
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link dev.keystile.caa.CaaAction} has it
     */
    public Authentication authenticate(String action, List<String> authorization) {
        return authenticate(action, RequestBinding.none(), authorization);
    }

    /**
     * As {@link #authenticate(String, List)}, for endpoints that want method, target and body signed too: a signature without
     * them is a wrong one.
     *
     * @param binding made of the request as it came
     */
    public Authentication authenticate(String action, RequestBinding binding, List<String> authorization) {
        try {
            Gate.Outcome outcome = gate.admit(action, binding, authorization);
            return outcome instanceof Gate.Admitted admitted
                    ? new AuthenticatedCaller(
                            admitted.signature(), admitted.pair().stored(), admitted.account())
                    : refused(Operation.AUTHENTICATE, outcome);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.AUTHENTICATE, failed);
        }
    }

    /** As {@link #authenticate(String, List)}, for servers that show one header, or null where there is none. */
    public Authentication authenticate(String action, @Nullable String authorization) {
        return authenticate(action, authorization == null ? List.of() : List.of(authorization));
    }

    /**
     * Turns the pair that signed into a new one, exactly once: of any number of refreshes with one pair, one is granted.
     *
     * @param action the refresh's own action
     * @param authorization every {@code Authorization} header of the request
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public RefreshResult refresh(String action, List<String> authorization) {
        try {
            Gate.Outcome outcome = gate.admitSpentToo(action, authorization);
            return outcome instanceof Gate.Admitted admitted
                    ? exchangeUnlessTooOften(admitted)
                    : refused(Operation.EXCHANGE, outcome);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.EXCHANGE, failed);
        }
    }

    /**
     * Ends the login that the signing pair comes from.
     *
     * @param action the logout's own action
     * @param authorization every {@code Authorization} header of the request
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public LogoutResult logout(String action, List<String> authorization) {
        try {
            Gate.Outcome outcome = gate.admit(action, RequestBinding.none(), authorization);
            if (outcome instanceof Gate.Admitted admitted) {
                vault.revoke(admitted.pair(), admitted.nowMillis());
                events.revoked(admitted.account().id(), false);
                return new LogoutResult.LoggedOut(admitted.account().id());
            }
            return refused(Operation.REVOKE, outcome);
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.REVOKE, failed);
        }
    }

    /**
     * Ends every login of {@code user}: after a password change, a theft, or by an administrator.
     *
     * @return how many live pairs died
     */
    public int revokeAll(UserId user) {
        try {
            int died = vault.revokeAll(user, clock.millis());
            events.revoked(user, true);
            return died;
        } catch (StoreException failed) {
            throw events.storeFailed(Operation.REVOKE, failed);
        }
    }

    /**
     * Tells a developer, stage by stage, why a header would be accepted or refused now. Changes nothing, and asks no replay
     * guard. The account is masked, but it says more than a client may know: keep it in logs of developers.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public Explanation explain(String action, List<String> authorization) {
        return explain(action, RequestBinding.none(), authorization);
    }

    /** As {@link #explain(String, List)}, for a request whose signature binds it. The target is in the account. */
    public Explanation explain(String action, RequestBinding binding, List<String> authorization) {
        return explainer.explain(action, binding, authorization);
    }

    private LoginResult issue(Optional<UserAccount> known) {
        Optional<UserAccount> admitted = known.filter(account -> !account.disabled());
        if (admitted.isEmpty()) {
            return refused(LoginRefusal.WRONG_MOBILE_OR_PASSWORD);
        }
        UserAccount account = admitted.get();
        HeldPair issued = vault.issue(account.id(), loginPolicy, clock.millis());
        events.issued(account.id());
        return grant(issued.pair(), account);
    }

    private LoginResult throttled(String clientAddress, LoginGuard.HeldBack held) {
        events.throttled(clientAddress, held.retryAfter());
        return new LoginResult.Throttled(held.retryAfter());
    }

    /** A pair that was spent before leaves nothing behind, so it isn't counted. */
    private RefreshResult exchangeUnlessTooOften(Gate.Admitted admitted) {
        if (exchangeGuard.isOff() || admitted.pair().spent()) {
            return exchange(admitted);
        }
        return exchangeGuard.check(
                admitted.account().id(), () -> exchange(admitted), KeyGrant.class::isInstance, this::throttled);
    }

    private RefreshResult throttled(Duration retryAfter) {
        events.refused(Operation.EXCHANGE, ExchangeGuard.Refusal.TOO_MANY_EXCHANGES);
        return new RefreshResult.Throttled(retryAfter);
    }

    private RefreshResult exchange(Gate.Admitted admitted) {
        UserId user = admitted.account().id();
        if (vault.isOver(admitted.pair(), admitted.nowMillis())) {
            return unknownKey(admitted);
        }
        HeldPair candidate = vault.successorOf(admitted.pair(), admitted.nowMillis());
        ExchangeResult<StoredCredential> result =
                vault.exchange(admitted.pair(), candidate, exchangePolicy, admitted.nowMillis());
        if (result instanceof ExchangeResult.Exchanged<StoredCredential>) {
            events.exchanged(user);
            return grant(candidate.pair(), admitted.account());
        }
        if (result instanceof ExchangeResult.Raced<StoredCredential> raced) {
            KeyGrant winners = grant(vault.open(raced.successor()).pair(), admitted.account());
            events.raced(user);
            return winners;
        }
        if (result instanceof ExchangeResult.Reused<StoredCredential> reused && reused.familyRevoked()) {
            events.familyRevoked(user, admitted.pair().stored().family());
        }
        return unknownKey(admitted);
    }

    private Refused unknownKey(Gate.Admitted admitted) {
        return refused(
                Operation.EXCHANGE, new Refused(Refusal.UNKNOWN_KEY, Instant.ofEpochMilli(admitted.nowMillis())));
    }

    private static KeyGrant grant(ApiKeyPair pair, UserAccount account) {
        return new KeyGrant(pair, account.profile());
    }

    private LoginRefusal refused(LoginRefusal reason) {
        events.refused(Operation.LOGIN, reason);
        return reason;
    }

    private Refused refused(Operation operation, Gate.Outcome outcome) {
        return refused(operation, ((Gate.TurnedAway) outcome).refused());
    }

    private Refused refused(Operation operation, Refused refused) {
        events.refused(operation, refused.reason());
        return refused;
    }

    private static boolean isMobile(String mobile) {
        return mobile.length() == MOBILE_LENGTH && mobile.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
