package dev.keystile.example.common;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.BearerTokensBuilder;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.jwt.service.TokensBuilder;
import dev.keystile.store.user.UserDirectory;
import java.util.Optional;

/** Users, keys and stores. All services made here share them, so what is spent through one of them is spent for all. */
public final class DemoBackend implements AutoCloseable {

    /** The {@code aud} of Bearer tokens. */
    public static final String AUDIENCE = "keystile-demo-api";

    private final DemoSettings settings;
    private final PasswordHasher hasher;
    private final DemoWatch watch;
    private final DemoPace pace = DemoPace.fromSystemProperties();
    private final UserDirectory users;
    private final KeyRing ring;
    private final Optional<DemoSecrets> secrets;
    private final DemoStores stores;

    /**
     * A backend for the {@link DemoUsers}, whose passwords are hashed by {@code hasher}.
     *
     * @throws dev.keystile.store.StoreException if the store can't be reached
     */
    public DemoBackend(DemoSettings settings, PasswordHasher hasher) {
        this.settings = settings;
        this.hasher = hasher;
        this.users = DemoUsers.create(hasher, pace.crowd());
        this.secrets =
                settings.outlivesProcess() ? Optional.of(DemoSecrets.keptIn(settings.secrets())) : Optional.empty();
        HmacSecret secret = settings.jwtSecret()
                .or(() -> secrets.map(DemoSecrets::tokens))
                .orElseGet(() -> HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure()));
        this.ring = KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, secret));
        this.stores = DemoStores.open(settings.store(), pace.sweepPause());
        this.watch = new DemoWatch(() -> stores.throttle()
                .apply(secrets.map(DemoSecrets::throttling).orElseGet(DemoSecrets::throttlingOfThisProcess)));
    }

    /** The three services, exchanging by {@code policy}. */
    public DemoServices services(ExchangePolicy policy) {
        return new DemoServices(keys(policy), tokens(policy), bearer(policy));
    }

    private CaaKeys keys(ExchangePolicy policy) {
        CaaVerifier verifier = CaaVerifier.standard();
        CaaKeysBuilder keys = CaaKeys.builder(stores.credentials(), users)
                .passwordHasher(hasher)
                .throttle(watch.throttle())
                .listener(watch.listener())
                .exchangePolicy(policy)
                .verifier(settings.legacyDigest() ? verifier.alsoAcceptingLegacyDigest() : verifier);
        secrets.ifPresent(kept -> keys.sealedBy(kept.sealing()));
        pace.set(keys);
        return keys.build();
    }

    private Tokens tokens(ExchangePolicy policy) {
        TokensBuilder tokens = Tokens.builder(ring, settings.jwtIssuer(), stores.ledger(), users)
                .passwordHasher(hasher)
                .throttle(watch.throttle())
                .listener(watch.listener())
                .exchangePolicy(policy);
        pace.set(tokens);
        return tokens.build();
    }

    private BearerTokens bearer(ExchangePolicy policy) {
        BearerTokensBuilder tokens = BearerTokens.builder(ring, settings.jwtIssuer(), AUDIENCE, stores.ledger(), users)
                .passwordHasher(hasher)
                .throttle(watch.throttle())
                .listener(watch.listener())
                .exchangePolicy(policy);
        pace.set(tokens);
        return tokens.build();
    }

    /** Lets go of the stores. Services made here are of no use afterwards. */
    @Override
    public void close() {
        stores.close();
    }
}
