package dev.keystile.caa.service;

import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.user.PasswordCheck;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key pairs: logins that hand them out, requests that are signed with them, refreshes that turn one into the next exactly once.
 * The mounted endpoints call nothing else, and neither need a server's own controllers.
 *
 * <p>Made by {@link #builder}; safe for use by many threads. Refusals are values. What is thrown is either a
 * {@link dev.keystile.store.StoreException} or the user directory's own exception; answer those as an unexpected failure, the
 * pair is then as it was.
 */
public final class CaaKeys {

    private static final Logger LOG = LoggerFactory.getLogger(CaaKeys.class);
    private static final int MOBILE_LENGTH = 11;

    private final PairVault vault;
    private final Gate gate;
    private final UserDirectory users;
    private final PasswordCheck passwords;
    private final LoginPolicy loginPolicy;
    private final ExchangePolicy exchangePolicy;
    private final Clock clock;
    private final Explainer explainer;

    CaaKeys(CaaKeysBuilder settings) {
        this.vault = new PairVault(settings.store, settings.sealing(), settings.random, settings.lifetime);
        this.gate = new Gate(vault, settings.users, settings.verifier, settings.replayGuard, settings.clock);
        this.users = settings.users;
        this.passwords = new PasswordCheck(settings.users, settings.hasher);
        this.loginPolicy = settings.loginPolicy;
        this.exchangePolicy = settings.exchangePolicy;
        this.clock = settings.clock;
        this.explainer = new Explainer(vault, settings.users, settings.verifier, settings.clock);
    }

    /** Keys kept in {@code store}, for the users of {@code users}, with every setting at its safe default. */
    public static CaaKeysBuilder builder(CredentialStore store, UserDirectory users) {
        return new CaaKeysBuilder(store, users);
    }

    /**
     * Logs a user in. Unknown mobile, wrong password and disabled user are one refusal and the same work.
     *
     * @param mobile 11 digits; anything else, null too, is refused as such
     * @param passwordMd5 the 32 hex digits of the password's MD5, in either case; anything else, null too, is refused as such
     */
    public LoginResult login(@Nullable String mobile, @Nullable String passwordMd5) {
        if (mobile == null || !isMobile(mobile)) {
            return LoginRefusal.INVALID_MOBILE;
        }
        if (passwordMd5 == null || !Password.isMd5Hex(passwordMd5)) {
            return LoginRefusal.INVALID_PASSWORD;
        }
        Optional<UserAccount> account = passwords
                .check(users.findByMobile(mobile), Password.md5Hex(passwordMd5))
                .filter(admitted -> !admitted.disabled());
        return account.<LoginResult>map(admitted -> grant(
                        vault.issue(admitted.id(), loginPolicy, clock.millis()).pair(), admitted))
                .orElse(LoginRefusal.WRONG_MOBILE_OR_PASSWORD);
    }

    /**
     * Checks the signature of a request.
     *
     * @param action what the caller wants to do, as the server names it; never taken from the request
     * @param authorization every {@code Authorization} header of the request, so that one that was sent twice is refused
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link dev.keystile.caa.CaaAction} has it
     */
    public Authentication authenticate(String action, List<String> authorization) {
        Gate.Outcome outcome = gate.admit(action, authorization);
        return outcome instanceof Gate.Admitted admitted
                ? new AuthenticatedCaller(admitted.signature(), admitted.pair().stored(), admitted.account())
                : refused(outcome);
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
        Gate.Outcome outcome = gate.admitSpentToo(action, authorization);
        return outcome instanceof Gate.Admitted admitted ? exchange(admitted) : refused(outcome);
    }

    /**
     * Ends the login that the signing pair comes from.
     *
     * @param action the logout's own action
     * @param authorization every {@code Authorization} header of the request
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public LogoutResult logout(String action, List<String> authorization) {
        Gate.Outcome outcome = gate.admit(action, authorization);
        if (outcome instanceof Gate.Admitted admitted) {
            vault.revoke(admitted.pair(), admitted.nowMillis());
            return new LogoutResult.LoggedOut(admitted.account().id());
        }
        return refused(outcome);
    }

    /**
     * Ends every login of {@code user}: after a password change, a theft, or by an administrator.
     *
     * @return how many live pairs died
     */
    public int revokeAll(UserId user) {
        return vault.revokeAll(user, clock.millis());
    }

    /**
     * Tells a developer, stage by stage, why a header would be accepted or refused now. Changes nothing, and asks no replay
     * guard. The account is masked, but it says more than a client may know: keep it in logs of developers.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed
     */
    public Explanation explain(String action, List<String> authorization) {
        return explainer.explain(action, authorization);
    }

    private RefreshResult exchange(Gate.Admitted admitted) {
        HeldPair candidate = vault.successorOf(admitted.pair(), admitted.nowMillis());
        ExchangeResult<StoredCredential> result =
                vault.exchange(admitted.pair(), candidate, exchangePolicy, admitted.nowMillis());
        if (result instanceof ExchangeResult.Exchanged<StoredCredential>) {
            return grant(candidate.pair(), admitted.account());
        }
        if (result instanceof ExchangeResult.Raced<StoredCredential> raced) {
            return grant(vault.open(raced.successor()).pair(), admitted.account());
        }
        if (result instanceof ExchangeResult.Reused<StoredCredential> reused && reused.familyRevoked()) {
            LOG.warn(
                    "A spent pair of user {} came back; its family {} has been revoked",
                    admitted.account().id(),
                    admitted.pair().stored().family());
        }
        return new Refused(Refusal.UNKNOWN_KEY, Instant.ofEpochMilli(admitted.nowMillis()));
    }

    private static KeyGrant grant(ApiKeyPair pair, UserAccount account) {
        return new KeyGrant(pair, account.profile());
    }

    private static Refused refused(Gate.Outcome outcome) {
        return ((Gate.TurnedAway) outcome).refused();
    }

    private static boolean isMobile(String mobile) {
        return mobile.length() == MOBILE_LENGTH && mobile.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
