package dev.keystile.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.user.UserAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** A dump of every key lets nobody in: of what the services hand out nothing is found in it, in no encoding. */
class SecretsAtRestTest {

    private static final String ACTION = "user:refresh-keys";
    private static final String MOBILE = "13800138000";
    private static final String PLAIN = "Foxglove-under-Glass-4";
    private static final String MD5 = "5b2c6f1d9e0a47c38d1f6a2b7c9e4f80";
    private static final UserId USER = new UserId("somebody-in-the-dump");

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RANDOM);

    /** Whatever can be remembered, is. */
    private static final ExchangePolicy POLICY = ExchangePolicy.strict()
            .withGraceWindow(ExchangePolicy.LONGEST_GRACE)
            .withReuseDetection();

    private final RedisProcess server = RedisProcess.start(RedisBinary.REDIS_7_0);
    private final UnifiedJedis jedis = Clients.ofServer(server.port());
    private final InMemoryUserDirectory users = new InMemoryUserDirectory();

    SecretsAtRestTest() {
        Map<PasswordForm, PasswordHash> hashes = Map.of(
                PasswordForm.PLAIN, HASHER.hash(Password.plain(PLAIN)),
                PasswordForm.MD5_HEX, HASHER.hash(Password.md5Hex(MD5)));
        users.put(new UserAccount(USER, "somebody", false, hashes, UserProfile.of(Map.of())), MOBILE);
    }

    @AfterEach
    void close() {
        jedis.close();
        server.close();
    }

    @Test
    void sealedPairsAreNotThereWhetherAliveOrSpent() {
        CaaKeys keys = keys().sealedBy(SealingKeys.of(RANDOM.next(32))).build();
        ApiKeyPair spent = ((KeyGrant) keys.login(MOBILE, MD5)).pair();
        String header = CaaSigner.of(spent.apiKey(), spent.secret()).sign(ACTION);
        ApiKeyPair alive = ((KeyGrant) keys.refresh(ACTION, List.of(header))).pair();

        Dump dump = dump();

        assertThat(dump.holds(USER.value()))
                .as("that the pairs are in the dump")
                .isTrue();
        assertThat(dump.keys()).as("that the replay guard's use is, too").hasSize(3);
        for (ApiKeyPair pair : List.of(spent, alive)) {
            assertThat(dump.holds(pair.apiKey().bytes())).isFalse();
            assertThat(dump.holds(pair.apiKey().text())).isFalse();
            assertThat(dump.holds(pair.secret().bytes())).isFalse();
            assertThat(dump.holds(pair.secret().reveal())).isFalse();
        }
        assertThat(dump.holds(MD5)).isFalse();
    }

    @Test
    void anUnsealedPairWouldBeFound() {
        ApiKeyPair pair = ((KeyGrant) keys().unsealed().build().login(MOBILE, MD5)).pair();

        Dump dump = dump();

        assertThat(dump.holds(pair.apiKey().bytes())).isTrue();
        assertThat(dump.holds(pair.secret().bytes())).isTrue();
    }

    @Test
    void neitherNamesNorAddressesThatFailedNorTheirPlainDigestsAreThere() {
        LoginAttempt attempt = LoginAttempt.of(MOBILE, "192.0.2.77", Someone.NOW);
        new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY).begin(attempt);

        Dump dump = dump();

        assertThat(dump.holds(Someone.THROTTLE_KEY.nameOf(attempt.account())))
                .as("that the meter is")
                .isTrue();
        assertThat(dump.holds(MOBILE)).isFalse();
        assertThat(dump.holds("192.0.2.77")).isFalse();
        assertThat(dump.holds(attempt.account().bytes())).isFalse();
    }

    @Test
    void tokensAreNotThereThoughTheirSuccessorsAreKept() {
        HmacSecret secret = HmacSecret.generate(TokenAlgorithm.HS256, RANDOM);
        Tokens tokens = Tokens.builder(
                        KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, secret)),
                        "https://issuer.example.com",
                        new RedisTokenLedger(jedis),
                        users)
                .exchangePolicy(POLICY)
                .passwordHasher(HASHER)
                .build();
        String spent = ((TokenGrant) tokens.login(MOBILE, PLAIN)).reveal();
        String alive = ((TokenGrant) tokens.exchange(spent)).reveal();
        tokens.revoke(alive);

        Dump dump = dump();

        assertThat(dump.text()).as("the sealed successor").hasSizeGreaterThan(alive.length());
        for (String token : List.of(spent, alive)) {
            for (String part : token.split("\\.", -1)) {
                assertThat(dump.holds(part)).isFalse();
            }
        }
        assertThat(dump.holds(PLAIN)).isFalse();
    }

    private CaaKeysBuilder keys() {
        return CaaKeys.builder(new RedisCredentialStore(jedis), users)
                .replayGuard(new RedisReplayGuard(jedis))
                .exchangePolicy(POLICY)
                .passwordHasher(HASHER);
    }

    private Dump dump() {
        try (Jedis inspector = server.connect()) {
            return Dump.of(inspector);
        }
    }
}
