package dev.keystile.store.contract;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserTag;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.util.stream.IntStream;

/**
 * A user whom no other test knows, so that a shared engine does, and the credentials that are made up for them: random lookups
 * and bodies, and the times that the test asks for.
 */
record TestUser(UserId id) {

    /** How long credentials live unless a test says otherwise. */
    static final long LIFETIME = 3 * 24 * 3_600_000L;

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final int BODY_LENGTH = 64;

    static TestUser unique() {
        return named("contract-");
    }

    /** A unique user whose id begins with {@code prefix}. */
    static TestUser named(String prefix) {
        return new TestUser(new UserId(prefix + RANDOM.alphanumeric(16)));
    }

    /** Another unique user, who lives in the same slot. */
    TestUser neighbour() {
        UserTag tag = id.tag();
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> new TestUser(new UserId(id.value() + "-" + number)))
                .filter(other -> other.id().tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    StoredCredential login(long nowMillis) {
        return login(nowMillis, nowMillis + LIFETIME);
    }

    StoredCredential login(long nowMillis, long expiresAtMillis) {
        return login(FamilyId.random(RANDOM), nowMillis, expiresAtMillis);
    }

    StoredCredential login(FamilyId family, long nowMillis, long expiresAtMillis) {
        return StoredCredential.begin(lookup(), id, family, nowMillis, expiresAtMillis, body());
    }

    StoredCredential successorOf(StoredCredential former, long nowMillis) {
        return successorOf(former, nowMillis, nowMillis + LIFETIME);
    }

    StoredCredential successorOf(StoredCredential former, long nowMillis, long expiresAtMillis) {
        return former.successor(lookup(), body(), nowMillis, expiresAtMillis);
    }

    /** A lookup of this user's that no store has seen. */
    Lookup lookup() {
        return lookup(RANDOM.next(Lookup.LENGTH));
    }

    Lookup lookup(byte[] bytes) {
        return Lookup.of(id.tag(), bytes);
    }

    private static CredentialBody body() {
        return CredentialBody.of(RANDOM.next(BODY_LENGTH));
    }
}
