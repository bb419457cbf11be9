package dev.keystile.testkit.server;

import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.event.AuthEventListener;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** The three services over one memory, at any time: what one of them did last week, the others know today. */
final class Services {

    static final String ISSUER = "https://keystile.test";
    static final String AUDIENCE = "keystile-test";

    /** Passwords of tests guard nobody. */
    static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());

    private static final int MANY = 1000;
    private static final AuthEventListener NOBODY = event -> {};

    final InMemoryUserDirectory users = new InMemoryUserDirectory();
    private final InMemoryCredentialStore credentials = new InMemoryCredentialStore();
    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();
    private final KeyRing ring = ringOfNewKey();

    /** What the test wants of the server's key pairs. */
    UnaryOperator<CaaKeysBuilder> settings = keys -> keys;

    static KeyRing ringOfNewKey() {
        return KeyRing.of(
                TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure())));
    }

    /** As the server has it. */
    CaaKeysBuilder keys(Clock clock) {
        return settings.apply(CaaKeys.builder(credentials, users)
                .passwordHasher(HASHER)
                .listener(NOBODY)
                .clock(clock));
    }

    /** A pair of its own for each login, so that one test's revocation isn't another's. */
    CaaKeys keysForSeeds(Clock clock) {
        return keys(clock)
                .clock(clock)
                .loginPolicy(LoginPolicy.independent(MANY))
                .build();
    }

    Tokens tokens(Clock clock) {
        return tokens(ring, clock);
    }

    Tokens tokens(KeyRing signedBy, Clock clock) {
        return Tokens.builder(signedBy, ISSUER, ledger, users)
                .passwordHasher(HASHER)
                .listener(NOBODY)
                .clock(clock)
                .build();
    }

    BearerTokens bearer(Clock clock) {
        return bearer(ring, clock);
    }

    BearerTokens bearer(KeyRing signedBy, Clock clock) {
        return BearerTokens.builder(signedBy, ISSUER, AUDIENCE, ledger, users)
                .passwordHasher(HASHER)
                .listener(NOBODY)
                .clock(clock)
                .build();
    }
}
