package dev.keystile.example.common;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.user.UserDirectory;

/** Users, keys and stores. All services made here share them, so what is spent through one of them is spent for all. */
public final class DemoBackend {

    /** The {@code aud} of Bearer tokens. */
    public static final String AUDIENCE = "keystile-demo-api";

    private final DemoSettings settings;
    private final PasswordHasher hasher;
    private final UserDirectory users;
    private final KeyRing ring;
    private final InMemoryCredentialStore credentials = new InMemoryCredentialStore();
    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();

    /** A backend for the {@link DemoUsers}, whose passwords are hashed by {@code hasher}. */
    public DemoBackend(DemoSettings settings, PasswordHasher hasher) {
        this.settings = settings;
        this.hasher = hasher;
        this.users = DemoUsers.create(hasher);
        HmacSecret secret =
                settings.jwtSecret().orElseGet(() -> HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure()));
        this.ring = KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, secret));
    }

    /** The three services, exchanging by {@code policy}. */
    public DemoServices services(ExchangePolicy policy) {
        return new DemoServices(keys(policy), tokens(policy), bearer(policy));
    }

    private CaaKeys keys(ExchangePolicy policy) {
        CaaVerifier verifier = CaaVerifier.standard();
        return CaaKeys.builder(credentials, users)
                .passwordHasher(hasher)
                .exchangePolicy(policy)
                .verifier(settings.legacyDigest() ? verifier.alsoAcceptingLegacyDigest() : verifier)
                .build();
    }

    private Tokens tokens(ExchangePolicy policy) {
        return Tokens.builder(ring, settings.jwtIssuer(), ledger, users)
                .passwordHasher(hasher)
                .exchangePolicy(policy)
                .build();
    }

    private BearerTokens bearer(ExchangePolicy policy) {
        return BearerTokens.builder(ring, settings.jwtIssuer(), AUDIENCE, ledger, users)
                .passwordHasher(hasher)
                .exchangePolicy(policy)
                .build();
    }
}
