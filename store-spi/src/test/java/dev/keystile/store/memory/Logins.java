package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;

/** Makes credentials up. */
final class Logins {

    static final long NOW = 1_700_000_000_000L;

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final CredentialBody BODY = CredentialBody.of(new byte[64]);

    private Logins() {}

    static UserId user(int number) {
        return new UserId("user-" + number);
    }

    static StoredCredential login(UserId user, long nowMillis, long expiresAtMillis) {
        return StoredCredential.begin(lookupOf(user), user, FamilyId.random(RANDOM), nowMillis, expiresAtMillis, BODY);
    }

    static StoredCredential successorOf(StoredCredential former, long nowMillis, long expiresAtMillis) {
        return former.successor(lookupOf(former.user()), BODY, nowMillis, expiresAtMillis);
    }

    static Lookup lookupOf(UserId user) {
        return Lookup.of(user.tag(), RANDOM.next(Lookup.LENGTH));
    }
}
