package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.Clients;
import dev.keystile.store.redis.engine.RedisBinary;
import dev.keystile.store.redis.engine.RedisProcess;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** How much memory things take, as {@code docs/stores.md} says for sizing a server. */
class SizingTest {

    /** The two hundred and fifty-sixth part of a million users: those of the first 256 of 65536 tags. */
    private static final int USERS = 1_000_000;

    private static final int TAGS = 256;
    private static final int SEALED_PAIR = 97;
    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final RedisProcess server = RedisProcess.start(RedisBinary.REDIS_7_0);
    private final UnifiedJedis jedis = Clients.ofServer(server.port());

    @AfterEach
    void close() {
        jedis.close();
        server.close();
    }

    @Test
    void aPairTakesAtMost600Bytes() {
        RedisCredentialStore store = new RedisCredentialStore(jedis);
        List<UserId> users = users();

        assertThat(bytesFor(users.size(), number -> store.issue(pairOf(users.get(number)), LoginPolicy.reuse(), NOW)))
                .isBetween(400L, 600L);
    }

    @Test
    void aSpentTokenTakesAtMost600BytesWithTheShelfOfItsUser() {
        RedisTokenLedger ledger = new RedisTokenLedger(jedis);

        assertThat(bytesFor(1000, number -> ledger.exchange(Someone.unique().spend(ExchangePolicy.strict(), NOW))))
                .isBetween(400L, 600L);
    }

    @Test
    void anotherSpentTokenOfAUserTakesAtMost400Bytes() {
        RedisTokenLedger ledger = new RedisTokenLedger(jedis);
        Someone someone = Someone.unique();

        assertThat(bytesFor(1000, number -> ledger.exchange(anotherOf(someone))))
                .isBetween(200L, 400L);
    }

    @Test
    void aNameThatFailedTakesAtMost200Bytes() {
        RedisLoginThrottle throttle = new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY);

        assertThat(bytesFor(1000, number -> throttle.begin(LoginAttempt.of(Someone.fresh(), "", NOW))))
                .isBetween(100L, 200L);
    }

    @Test
    void aUserWhoseLoginsWereEndedTakesAtMost400Bytes() {
        RedisTokenLedger ledger = new RedisTokenLedger(jedis);

        assertThat(bytesFor(
                        1000,
                        number -> ledger.revokeLoginsBefore(
                                Someone.unique().token().holder(), NOW, NOW, Someone.END)))
                .isBetween(200L, 400L);
    }

    @Test
    void aUseTakesAtMost200Bytes() {
        RedisReplayGuard guard = new RedisReplayGuard(jedis);
        Lookup credential = Someone.unique().pair().lookup();

        assertThat(bytesFor(1000, number -> guard.isFirstUse(credential, RANDOM.next(32), NOW + 300_000, NOW)))
                .isBetween(100L, 200L);
    }

    private static TokenExchange anotherOf(Someone someone) {
        TokenReference token = someone.token();
        TokenReference another =
                new TokenReference(token.holder(), token.family(), Someone.fresh(), token.loginAtMillis());
        TokenSuccessor successor = new TokenSuccessor(Someone.fresh(), null);
        return new TokenExchange(another, successor, ExchangePolicy.strict(), NOW, Someone.END, Someone.END);
    }

    private static List<UserId> users() {
        return IntStream.range(0, USERS)
                .mapToObj(number -> new UserId("user-" + number))
                .filter(user -> user.tag().value() < TAGS)
                .toList();
    }

    private static StoredCredential pairOf(UserId user) {
        return StoredCredential.begin(
                Lookup.of(user.tag(), RANDOM.next(Lookup.LENGTH)),
                user,
                FamilyId.random(RANDOM),
                NOW,
                Someone.END,
                CredentialBody.of(RANDOM.next(SEALED_PAIR)));
    }

    /** What each of {@code count} calls leaves behind, in bytes. */
    private long bytesFor(int count, IntConsumer call) {
        IntStream.range(0, count).forEach(call);
        try (Jedis inspector = server.connect()) {
            long bytes = inspector.keys("*").stream()
                    .mapToLong(key -> inspector.memoryUsage(key, 0))
                    .sum();
            return bytes / count;
        }
    }
}
