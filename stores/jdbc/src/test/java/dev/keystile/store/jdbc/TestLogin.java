package dev.keystile.store.jdbc;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Exchange;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.throttle.ThrottleKey;
import java.time.Duration;

/** Users whom no other test knows, and credentials that are made up for them. */
final class TestLogin {

    /** A time like any other. */
    static final long NOW = 1_700_000_000_000L;

    static final long LIFETIME = Duration.ofDays(3).toMillis();

    static final ExchangePolicy STRICT = ExchangePolicy.strict();

    /** A grace window and nothing else. */
    static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10));

    /** Reuse detection and nothing else. */
    static final ExchangePolicy WATCHFUL = ExchangePolicy.strict().withReuseDetection();

    private static final RandomBytes RANDOM = RandomBytes.secure();

    /** What all throttles of the tests name their meters by. */
    static final ThrottleKey THROTTLE_KEY = ThrottleKey.of(RANDOM.next(32));

    private TestLogin() {}

    static UserId user() {
        return new UserId("jdbc-" + RANDOM.alphanumeric(16));
    }

    /** The first credential of a login of a new user. */
    static StoredCredential first() {
        return of(user());
    }

    /** The first credential of another login of {@code user}. */
    static StoredCredential of(UserId user) {
        return StoredCredential.begin(lookup(user), user, FamilyId.random(RANDOM), NOW, NOW + LIFETIME, body());
    }

    /** The first credential of a login of a new user. */
    static StoredCredential livingUntil(long expiresAtMillis) {
        UserId user = user();
        return StoredCredential.begin(lookup(user), user, FamilyId.random(RANDOM), NOW, expiresAtMillis, body());
    }

    static StoredCredential successorOf(StoredCredential former) {
        return former.successor(lookup(former.user()), body(), NOW, NOW + LIFETIME);
    }

    /** An exchange of {@code former} for a new successor. */
    static Exchange exchangeOf(StoredCredential former, ExchangePolicy policy) {
        return exchangeOf(former, policy, NOW);
    }

    static Exchange exchangeOf(StoredCredential former, ExchangePolicy policy, long nowMillis) {
        return new Exchange(former.lookup(), successorOf(former), policy, nowMillis);
    }

    static Lookup lookup(UserId user) {
        return Lookup.of(user.tag(), RANDOM.next(Lookup.LENGTH));
    }

    private static CredentialBody body() {
        return CredentialBody.of(RANDOM.next(64));
    }
}
