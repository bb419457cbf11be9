package dev.keystile.store.redis;

import static dev.keystile.store.redis.instrument.Someone.LENIENT;
import static dev.keystile.store.redis.instrument.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that look like what scripts write around them, bodies of any bytes, and times at the ends of their range. */
class HostileNamesTest {

    private static final RandomBytes RANDOM = RandomBytes.secure();

    private final RedisCredentialStore store = new RedisCredentialStore(TestServer.REDIS_7_0.jedis());

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "- 0 0", "a b", "a  b ", "+", "-", "%s", "^.*$", "{}", "\\n", "名字 名字", "\uD83D\uDE00 '\""})
    void everyIntentKnowsTheUserByWhateverId(String id) {
        UserId user = new UserId(id);
        store.revokeAll(user, NOW);
        StoredCredential first = pairOf(user, NOW + 1000);
        StoredCredential second = first.successor(lookup(user), body(), NOW, NOW + 1000);

        assertThat(store.issue(first, LoginPolicy.reuse(), NOW)).isEqualTo(new IssueResult.Issued());
        assertThat(store.issue(pairOf(user, NOW + 1000), LoginPolicy.reuse(), NOW))
                .isEqualTo(new IssueResult.Kept(first));
        assertThat(store.exchange(new Exchange(first.lookup(), second, LENIENT, NOW)))
                .isEqualTo(new ExchangeResult.Exchanged<>());
        assertThat(store.find(first.lookup(), NOW)).isEqualTo(new FindResult.Spent(first));
        assertThat(store.find(second.lookup(), NOW)).isEqualTo(new FindResult.Live(second));
        assertThat(store.revokeAll(user, NOW)).isEqualTo(1);
        assertThat(store.find(first.lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    @Test
    void aBodyOfAnyBytesComesBackAsItWentIn() {
        byte[] everyByte = new byte[512];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        UserId user = Someone.unique().user();
        StoredCredential pair = StoredCredential.begin(
                lookup(user), user, FamilyId.random(RANDOM), NOW, NOW + 1000, CredentialBody.of(everyByte));

        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
    }

    @Test
    void aPairThatNeverExpiresIsKept() {
        StoredCredential pair = pairOf(Someone.unique().user(), Long.MAX_VALUE);

        store.issue(pair, LoginPolicy.reuse(), NOW);

        assertThat(store.find(pair.lookup(), Long.MAX_VALUE - 1)).isEqualTo(new FindResult.Live(pair));
        assertThat(store.revoke(pair.user(), pair.family(), NOW)).isTrue();
    }

    private static StoredCredential pairOf(UserId user, long expiresAtMillis) {
        return StoredCredential.begin(lookup(user), user, FamilyId.random(RANDOM), NOW, expiresAtMillis, body());
    }

    private static Lookup lookup(UserId user) {
        return Lookup.of(user.tag(), RANDOM.next(Lookup.LENGTH));
    }

    private static CredentialBody body() {
        return CredentialBody.of(RANDOM.next(64));
    }
}
