package dev.keystile.store;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;

/**
 * A credential as a store keeps it. Times are Unix milliseconds, because every engine keeps those exactly.
 *
 * @param lookup names it; no two credentials ever share one
 * @param user whose it is; {@code lookup.tag()} is this user's tag
 * @param family the login that it comes from
 * @param familyBegunAtMillis when that login happened; tells the oldest login of a user, however often it was refreshed since
 * @param generation 0 for the credential that a login issued, one more with every exchange
 * @param issuedAtMillis when it was issued
 * @param expiresAtMillis the first millisecond at which it is no longer alive
 * @param body opaque to the store
 */
public record StoredCredential(
        Lookup lookup,
        UserId user,
        FamilyId family,
        long familyBegunAtMillis,
        int generation,
        long issuedAtMillis,
        long expiresAtMillis,
        CredentialBody body) {

    /** @throws IllegalArgumentException if the tag is another user's, or the generation or the lifetime is negative */
    public StoredCredential {
        if (!lookup.tag().equals(user.tag())) {
            throw new IllegalArgumentException("The lookup's tag is not the tag of the credential's user.");
        }
        if (generation < 0 || expiresAtMillis < issuedAtMillis) {
            throw new IllegalArgumentException(
                    "A credential has a generation of 0 or more and expires after it was issued.");
        }
    }

    /** The credential that a login issues: the first of its family. */
    public static StoredCredential begin(
            Lookup lookup,
            UserId user,
            FamilyId family,
            long issuedAtMillis,
            long expiresAtMillis,
            CredentialBody body) {
        return new StoredCredential(lookup, user, family, issuedAtMillis, 0, issuedAtMillis, expiresAtMillis, body);
    }

    /** The credential that succeeds this one: same user, same family and login, the next generation. */
    public StoredCredential successor(Lookup lookup, CredentialBody body, long issuedAtMillis, long expiresAtMillis) {
        return new StoredCredential(
                lookup, user, family, familyBegunAtMillis, generation + 1, issuedAtMillis, expiresAtMillis, body);
    }

    /** Whether {@code other} can succeed this one: same user, same family, the next generation. */
    public boolean precedes(StoredCredential other) {
        return generation + 1 == other.generation && family.equals(other.family) && user.equals(other.user);
    }

    /** Whether it is alive at {@code nowMillis}, as far as time alone decides. */
    public boolean isAliveAt(long nowMillis) {
        return nowMillis < expiresAtMillis;
    }
}
