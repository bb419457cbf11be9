package dev.keystile.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.endpoint.CaaEndpoints;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.Route;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.endpoint.BearerEndpoints;
import dev.keystile.jwt.service.BearerTokens;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.user.UserAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What clients see of a server that is gone: the contract's answer for the unexpected; and once it is back, they go on. */
class EndpointsTest {

    private static final String ISSUER = "https://issuer.example.com";
    private static final String MOBILE = "13800138000";
    private static final String MD5 = "8c1f5e0d7b3a4c69b2e7d1f0a6c5b493";
    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RANDOM);
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(ExchangePolicy.LONGEST_GRACE);
    private static final UserAccount USER = new UserAccount(
            new UserId("42"),
            "someone",
            false,
            Map.of(PasswordForm.MD5_HEX, HASHER.hash(Password.md5Hex(MD5))),
            UserProfile.of(Map.of()));

    private final RedisProcess server =
            RedisProcess.start(RedisBinary.REDIS_7_0, "--appendonly", "yes", "--appendfsync", "always");
    private final UnifiedJedis jedis = Clients.ofServer(server.port(), 2, 1000);
    private final InMemoryUserDirectory users = new InMemoryUserDirectory().put(USER, MOBILE);
    private final CaaKeys keys = CaaKeys.builder(new RedisCredentialStore(jedis), users)
            .sealedBy(SealingKeys.of(RANDOM.next(32)))
            .replayGuard(new RedisReplayGuard(jedis))
            .exchangePolicy(LENIENT)
            .passwordHasher(HASHER)
            .build();
    private final BearerTokens tokens = BearerTokens.builder(
                    KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RANDOM))),
                    ISSUER,
                    "api.example.com",
                    new RedisTokenLedger(jedis),
                    users)
            .exchangePolicy(LENIENT)
            .passwordHasher(HASHER)
            .build();

    @AfterEach
    void close() {
        jedis.close();
        server.close();
    }

    @Test
    void whoRefreshesAPairGetsA500AndGoesOnWhenTheServerIsBack() {
        Route refresh = new CaaEndpoints(keys).refreshKeys();
        ApiKeyPair pair = ((KeyGrant) keys.login(MOBILE, MD5)).pair();
        server.kill();

        AuthResponse failed = send(refresh, signed(pair, "user:refresh-keys"));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(text(failed)).isEqualTo("{\"message\":\"Internal Server Error\"}");

        server.restart();
        assertThat(send(refresh, signed(pair, "user:refresh-keys")).status()).isEqualTo(200);
    }

    @Test
    void whoLogsInGetsA500() {
        server.kill();

        AuthResponse failed = new CaaEndpoints(keys)
                .login()
                .endpoint()
                .handle(AuthRequest.builder("POST", "/api/user/login")
                        .headers(HeaderFields.of(Map.of("Content-Type", List.of("application/json"))))
                        .body(("{\"mobile\":\"" + MOBILE + "\",\"password\":\"" + MD5 + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                        .build());

        assertThat(failed.status()).isEqualTo(500);
    }

    @Test
    void whoRefreshesATokenGetsA400AndGoesOnWhenTheServerIsBack() {
        Route refresh = new BearerEndpoints(tokens)
                .routes().stream()
                        .filter(route -> route.path().toString().contains("refresh"))
                        .findFirst()
                        .orElseThrow();
        String token = tokens.issue(USER).reveal();
        server.kill();

        AuthResponse failed = send(refresh, "Bearer " + token);
        assertThat(failed.status()).isEqualTo(400);
        assertThat(text(failed)).isEqualTo("\"服务器暂时无法处理请求。\"");

        server.restart();
        assertThat(send(refresh, "Bearer " + token).status()).isEqualTo(200);
    }

    private static String signed(ApiKeyPair pair, String action) {
        return CaaSigner.of(pair.apiKey(), pair.secret()).sign(action);
    }

    private static AuthResponse send(Route route, String authorization) {
        return route.endpoint()
                .handle(AuthRequest.builder(route.method(), "/")
                        .headers(HeaderFields.of(Map.of("Authorization", List.of(authorization))))
                        .build());
    }

    private static String text(AuthResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
