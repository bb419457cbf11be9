package dev.keystile.jwt.service;

import static java.util.Objects.requireNonNull;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.event.AuthEventListener;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenRules;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings that both dialects share; each method says its default. For one thread.
 *
 * @param <B> the builder itself, so that calls can be chained in any order
 */
public abstract sealed class TokenServiceBuilder<B extends TokenServiceBuilder<B>>
        permits TokensBuilder, BearerTokensBuilder {

    private static final Duration LONGEST_LOGIN = Duration.ofDays(3660);

    final KeyRing keys;
    final String issuer;
    final TokenLedger ledger;
    final UserDirectory users;
    PasswordHasher hasher = PasswordHasher.pbkdf2();
    ExchangePolicy exchangePolicy = ExchangePolicy.strict();
    LoginThrottle throttle = LoginThrottle.off();
    LoginThrottle exchangeThrottle = LoginThrottle.off();
    AuthEventListener listener = AuthEventListener.logging();
    Function<UserAccount, Map<String, ? extends @Nullable Object>> claims = account -> Map.of();
    Duration leeway = Duration.ZERO;

    @Nullable
    Duration longestLifetime;

    @Nullable
    Duration longestLogin;

    RandomBytes random = RandomBytes.secure();
    Clock clock = Clock.systemUTC();

    TokenServiceBuilder(KeyRing keys, String issuer, TokenLedger ledger, UserDirectory users) {
        this.keys = requireNonNull(
                keys,
                "Tokens need a key; KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.ofBase64(setting))) is one.");
        this.issuer =
                requireNonNull(issuer, "Tokens need an issuer; the URL that your users know the server by is one.");
        this.ledger = requireNonNull(
                ledger,
                "Tokens need a ledger of what speaks against them; new InMemoryTokenLedger() will do to begin with.");
        this.users = requireNonNull(
                users,
                "Tokens need a directory of your users; implement UserDirectory, or begin with new InMemoryUserDirectory().");
    }

    abstract B self();

    /** How passwords were hashed; PBKDF2-HMAC-SHA256 with 600 000 rounds unless told otherwise. */
    public B passwordHasher(PasswordHasher hasher) {
        this.hasher = hasher;
        return self();
    }

    /** Grace window and reuse detection; {@link ExchangePolicy#strict()} unless told otherwise. */
    public B exchangePolicy(ExchangePolicy policy) {
        this.exchangePolicy = policy;
        return self();
    }

    /**
     * Makes whoever fails to log in too often wait; off unless told otherwise. Hand the same throttle to every service that the
     * same users log in to, and see to it that the adapter says where clients are.
     */
    public B throttle(LoginThrottle throttle) {
        this.throttle = throttle;
        return self();
    }

    /**
     * Makes a user who exchanges too often wait, since each exchange leaves an entry in the ledger; off unless told otherwise, because
     * it costs two round trips per exchange. A throttle of its own, by
     * {@link dev.keystile.store.throttle.ThrottlePolicy#limitingExchanges}; hand the same one to every service that the same users
     * refresh at, and they count together.
     */
    public B exchangeThrottle(LoginThrottle throttle) {
        this.exchangeThrottle = throttle;
        return self();
    }

    /** Who is told what happens to tokens; {@link AuthEventListener#logging()} unless told otherwise. */
    public B listener(AuthEventListener listener) {
        this.listener = listener;
        return self();
    }

    /**
     * Claims of your own, asked for at every login and every exchange, so that they are true of the user by then; none unless
     * told otherwise. Claims that the issuer writes itself can't be named: the first token would say so.
     */
    public B claims(Function<UserAccount, Map<String, ? extends @Nullable Object>> claims) {
        this.claims = claims;
        return self();
    }

    /** By how much clocks of issuers and verifiers may differ, at most 60 s; not at all unless told otherwise. */
    public B leeway(Duration leeway) {
        this.leeway = leeway;
        return self();
    }

    /**
     * For the time after the lifetime was cut: tokens from before still hold, if {@code longest} is no less than what they have
     * left, and revocations are remembered for as long. Unless told so, a token that lives longer than the lifetime is refused
     * until the lifetime is all that it has left, and by then a revocation from before may be forgotten.
     */
    public B acceptingLifetimesUpTo(Duration longest) {
        this.longestLifetime = longest;
        return self();
    }

    /**
     * How long after its login a token can be exchanged at most, however often it was; without another end than that of the refresh
     * window, if there is one, unless told otherwise. The last token of a login lives out its lifetime.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than 3660 days
     */
    public B longestLogin(Duration longest) {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(LONGEST_LOGIN) > 0) {
            throw new IllegalArgumentException("A login lasts for a second to 3660 days, not " + longest
                    + "; leave the setting out for logins that last as long as their tokens are exchanged.");
        }
        this.longestLogin = longest;
        return self();
    }

    /** Where token ids and families come from; {@link RandomBytes#secure()} unless a test wants otherwise. */
    public B random(RandomBytes random) {
        this.random = random;
        return self();
    }

    /** What time it is; the system's clock unless told otherwise. */
    public B clock(Clock clock) {
        this.clock = clock;
        return self();
    }

    /** What the rules of both dialects have in common. */
    final TokenRules.Builder commonRules(Duration lifetime) {
        TokenRules.Builder rules =
                TokenRules.issuedBy(issuer).lifetime(lifetime).leeway(leeway);
        return longestLifetime == null ? rules : rules.longestLifetime(longestLifetime);
    }
}
