package dev.keystile.example.adapter;

import dev.keystile.caa.service.CaaKeys;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.example.common.DemoBackend;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.TokenAlgorithm;

/** The demo's services with passwords that are hashed in no time, for tests that are about something else. */
public final class FastServices {

    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());

    /** Known to the conformance suite, so that it can forge tokens. */
    static final HmacSecret JWT_SECRET = HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure());

    static final String JWT_ISSUER = "keystile-examples";

    private static final DemoSettings SETTINGS = DemoSettings.onFreePort().withTokensOf(JWT_ISSUER, JWT_SECRET);

    private FastServices() {}

    /** The demo's services, their key pairs kept in {@code store}. */
    public static DemoServices over(BreakableStore store) {
        DemoServices standard = new DemoBackend(SETTINGS, HASHER).services(ExchangePolicy.strict());
        CaaKeys keys = CaaKeys.builder(store, DemoUsers.create(HASHER))
                .passwordHasher(HASHER)
                .build();
        return new DemoServices(keys, standard.tokens(), standard.bearer());
    }
}
