package dev.keystile.testkit;

import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.endpoint.TokenEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryLoginThrottle;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.user.UserAccount;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.ConformanceTargetBuilder;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A small application around the library: two users, every contract, one protected endpoint. */
final class Household {

    private static final TestUser DEMO = TestUser.of("13800138000", "keystile", "demo", "demo@example.com");
    private static final TestUser BANNED = TestUser.of("13800138001", "keystile", "banned");
    private static final String PROFILE =
            "{\"name\":\"演示\",\"avatar\":null,\"score\":1.50,\"extra\":{\"likes\":[0,1]}}";
    private static final String PERSONAL = "/api/user/personal";
    private static final String PERSONAL_ACTION = "user:personal-profile";
    private static final int CAPACITY = 10;
    static final String ISSUER = "https://keystile.example.com";
    static final String AUDIENCE = "keystile-Demo";
    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RandomBytes.secure());

    private final byte[] secret = RandomBytes.secure().next(32);
    private final BreakableDirectory users = new BreakableDirectory();
    private final CaaEndpoints caa;
    private final TokenEndpoints tokens;
    private final BearerEndpoints bearer;

    private Household(
            ExchangePolicy policy,
            LoginThrottle throttle,
            LoginThrottle exchangeThrottle,
            UnaryOperator<CaaKeysBuilder> settings) {
        put("1", DEMO, false);
        put("2", BANNED, true);
        KeyRing ring = KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(secret)));
        InMemoryTokenLedger ledger = new InMemoryTokenLedger();
        CaaKeysBuilder keys = CaaKeys.builder(new InMemoryCredentialStore(), users)
                .passwordHasher(HASHER)
                .throttle(throttle)
                .exchangeThrottle(exchangeThrottle)
                .exchangePolicy(policy);
        caa = new CaaEndpoints(settings.apply(keys).build());
        tokens = new TokenEndpoints(Tokens.builder(ring, ISSUER, ledger, users)
                .passwordHasher(HASHER)
                .throttle(throttle)
                .exchangeThrottle(exchangeThrottle)
                .exchangePolicy(policy)
                .build());
        bearer = new BearerEndpoints(BearerTokens.builder(ring, ISSUER, AUDIENCE, ledger, users)
                .passwordHasher(HASHER)
                .throttle(throttle)
                .exchangeThrottle(exchangeThrottle)
                .exchangePolicy(policy)
                .build());
    }

    /** With every setting at its default. */
    static Household standard() {
        return with(keys -> keys);
    }

    static Household with(UnaryOperator<CaaKeysBuilder> settings) {
        return new Household(ExchangePolicy.strict(), LoginThrottle.off(), LoginThrottle.off(), settings);
    }

    static Household with(ExchangePolicy policy) {
        return new Household(policy, LoginThrottle.off(), LoginThrottle.off(), keys -> keys);
    }

    /** With the library's own throttle, which all three services share. */
    static Household throttled() {
        return new Household(ExchangePolicy.strict(), new InMemoryLoginThrottle(), LoginThrottle.off(), keys -> keys);
    }

    /** With a user who has exchanged as much as is allowed. */
    static Household exhausted() {
        LoginThrottle limit =
                new InMemoryLoginThrottle(ThrottlePolicy.limitingExchanges(2, Duration.ofHours(1)), CAPACITY);
        LoginAttempt exchange =
                LoginAttempt.ofExchange(new UserId("1"), Clock.systemUTC().millis());
        limit.begin(exchange);
        limit.begin(exchange);
        return new Household(ExchangePolicy.strict(), LoginThrottle.off(), limit, keys -> keys);
    }

    /** From now on, its directory fails. */
    void breakDown() {
        users.breakDown();
    }

    byte[] secret() {
        return secret.clone();
    }

    RouteTable routes() {
        Route personal = Route.of(
                "GET",
                PERSONAL,
                caa.protect(
                        PERSONAL_ACTION,
                        (request, caller) -> AuthResponse.json(
                                200, Map.of("userId", caller.userId().value()))));
        return RouteTable.of(caa.routes())
                .and(tokens.routes())
                .and(bearer.routes())
                .and(List.of(personal));
    }

    /** Everything that can be told of this application where it listens at {@code server}, its paths below {@code prefix}. */
    ConformanceTargetBuilder targetAt(URI server, String prefix) {
        return ConformanceTarget.at(server, DEMO)
                .disabledUser(BANNED)
                .userSwitch(disabled -> put("1", DEMO, disabled))
                .profile(PROFILE)
                .protectedEndpoint(prefix + PERSONAL, PERSONAL_ACTION)
                .tokens(TokenFacts.of(secret, ISSUER))
                .bearer(TokenFacts.of(secret, ISSUER, AUDIENCE));
    }

    private void put(String id, TestUser user, boolean disabled) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("name", "演示");
        profile.put("avatar", null);
        profile.put("score", new BigDecimal("1.50"));
        profile.put("extra", Map.of("likes", List.of(0, 1)));
        UserAccount account = new UserAccount(
                new UserId(id), user.name(), disabled, HASHER.hashEveryForm(user.password()), UserProfile.of(profile));
        users.users().put(account, user.mobile(), user.names());
    }
}
