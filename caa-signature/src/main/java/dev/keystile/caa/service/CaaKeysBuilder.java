package dev.keystile.caa.service;

import static java.util.Objects.requireNonNull;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.seal.PairSealing;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.event.AuthEventListener;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Collects the settings of {@link CaaKeys}; each method says its default. For one thread. */
public final class CaaKeysBuilder {

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(366);
    private static final Duration LONGEST_LOGIN = Duration.ofDays(3660);

    final CredentialStore store;
    final UserDirectory users;
    PasswordHasher hasher = PasswordHasher.pbkdf2();
    CaaVerifier verifier = CaaVerifier.standard();
    ReplayGuard replayGuard = ReplayGuard.off();
    LoginThrottle throttle = LoginThrottle.off();
    LoginThrottle exchangeThrottle = LoginThrottle.off();
    AuthEventListener listener = AuthEventListener.logging();
    LoginPolicy loginPolicy = LoginPolicy.reuse();
    ExchangePolicy exchangePolicy = ExchangePolicy.strict();
    Duration lifetime = Duration.ofDays(3);

    @Nullable
    Duration longestLogin;

    RandomBytes random = RandomBytes.secure();
    Clock clock = Clock.systemUTC();
    private @Nullable SealingKeys sealingKeys;
    private boolean unsealed;

    CaaKeysBuilder(CredentialStore store, UserDirectory users) {
        this.store = requireNonNull(
                store, "CaaKeys needs a store for its pairs; new InMemoryCredentialStore() will do to begin with.");
        this.users = requireNonNull(
                users,
                "CaaKeys needs a directory of your users; implement UserDirectory, or begin with new InMemoryUserDirectory().");
    }

    /** How passwords were hashed; PBKDF2-HMAC-SHA256 with 600 000 rounds unless told otherwise. */
    public CaaKeysBuilder passwordHasher(PasswordHasher hasher) {
        this.hasher = hasher;
        return this;
    }

    /** Which algorithms and how wide a window; {@link CaaVerifier#standard()} unless told otherwise. */
    public CaaKeysBuilder verifier(CaaVerifier verifier) {
        this.verifier = verifier;
        return this;
    }

    /** Refuses requests that are sent twice; off unless told otherwise, because it costs a write per request. */
    public CaaKeysBuilder replayGuard(ReplayGuard guard) {
        this.replayGuard = guard;
        return this;
    }

    /**
     * Makes whoever fails to log in too often wait; off unless told otherwise. Hand the same throttle to every service that the
     * same users log in to, and see to it that the adapter says where clients are.
     */
    public CaaKeysBuilder throttle(LoginThrottle throttle) {
        this.throttle = throttle;
        return this;
    }

    /**
     * Makes a user who refreshes too often wait; off unless told otherwise, because it costs a round trip per refresh. A throttle of
     * its own, by {@link dev.keystile.store.throttle.ThrottlePolicy#limitingExchanges}; hand the same one to every service that the
     * same users refresh at, and they count together.
     */
    public CaaKeysBuilder exchangeThrottle(LoginThrottle throttle) {
        this.exchangeThrottle = throttle;
        return this;
    }

    /** Who is told what happens to pairs; {@link AuthEventListener#logging()} unless told otherwise. */
    public CaaKeysBuilder listener(AuthEventListener listener) {
        this.listener = listener;
        return this;
    }

    /** What a login does while a pair lives; {@link LoginPolicy#reuse()} unless told otherwise. */
    public CaaKeysBuilder loginPolicy(LoginPolicy policy) {
        this.loginPolicy = policy;
        return this;
    }

    /** Grace window and reuse detection; {@link ExchangePolicy#strict()} unless told otherwise. */
    public CaaKeysBuilder exchangePolicy(ExchangePolicy policy) {
        this.exchangePolicy = policy;
        return this;
    }

    /**
     * How long a pair lives; three days unless told otherwise.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than 366 days
     */
    public CaaKeysBuilder lifetime(Duration lifetime) {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException(
                    "A pair lives for a second to 366 days, not " + lifetime + "; clients renew it by a refresh.");
        }
        this.lifetime = lifetime;
        return this;
    }

    /**
     * How long a login can be kept alive by refreshes, counted from its beginning; without end unless told otherwise. A pair expires
     * when its login ends, if not before. A pair that is older than this setting lives out its lifetime and isn't refreshed.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than 3660 days
     */
    public CaaKeysBuilder longestLogin(Duration longest) {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(LONGEST_LOGIN) > 0) {
            throw new IllegalArgumentException("A login lasts for a second to 3660 days, not " + longest
                    + "; leave the setting out for logins that last as long as they are refreshed.");
        }
        this.longestLogin = longest;
        return this;
    }

    /** Seals pairs before the store sees them. Required for a store that outlives the process. */
    public CaaKeysBuilder sealedBy(SealingKeys keys) {
        this.sealingKeys = keys;
        this.unsealed = false;
        return this;
    }

    /** Lets a store that outlives the process see keys and secrets. Whoever reads that store can then sign as any user. */
    public CaaKeysBuilder unsealed() {
        this.sealingKeys = null;
        this.unsealed = true;
        return this;
    }

    /** Where keys and secrets come from; {@link RandomBytes#secure()} unless a test wants otherwise. */
    public CaaKeysBuilder random(RandomBytes random) {
        this.random = random;
        return this;
    }

    /** What time it is; the system's clock unless told otherwise. */
    public CaaKeysBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * The service.
     *
     * @throws IllegalStateException if the store outlives the process and neither {@link #sealedBy} nor {@link #unsealed} said
     *     what to do about it
     */
    public CaaKeys build() {
        if (store.outlivesProcess() && sealingKeys == null && !unsealed) {
            throw new IllegalStateException(
                    store.getClass().getSimpleName() + " keeps credentials outside this process, and nothing says how"
                            + " to seal them; call sealedBy(SealingKeys.of(32 random bytes)),"
                            + " or unsealed() if whoever reads the store may sign as any"
                            + " user.");
        }
        return new CaaKeys(this);
    }

    PairSealing sealing() {
        return sealingKeys == null ? PairSealing.none() : PairSealing.sealedBy(sealingKeys, random);
    }
}
