package dev.keystile.store;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;

/**
 * A credential as a store keeps it. Times are Unix milliseconds, because every engine keeps those exactly. Immutable; equal to
 * another if all of it is.
 */
public final class StoredCredential {

    private final Lookup lookup;
    private final UserId user;
    private final FamilyId family;
    private final long familyBegunAtMillis;
    private final int generation;
    private final long issuedAtMillis;
    private final long expiresAtMillis;
    private final CredentialBody body;

    /**
     * A credential of these parts.
     *
     * @throws IllegalArgumentException if the tag is another user's, or the generation or the lifetime is negative
     */
    public StoredCredential(
            Lookup lookup,
            UserId user,
            FamilyId family,
            long familyBegunAtMillis,
            int generation,
            long issuedAtMillis,
            long expiresAtMillis,
            CredentialBody body) {
        this(true, lookup, user, family, familyBegunAtMillis, generation, issuedAtMillis, expiresAtMillis, body);
    }

    private StoredCredential(
            boolean checked,
            Lookup lookup,
            UserId user,
            FamilyId family,
            long familyBegunAtMillis,
            int generation,
            long issuedAtMillis,
            long expiresAtMillis,
            CredentialBody body) {
        if (checked && !lookup.tag().equals(user.tag())) {
            throw new IllegalArgumentException("The lookup's tag is not the tag of the credential's user.");
        }
        if (generation < 0 || expiresAtMillis < issuedAtMillis) {
            throw new IllegalArgumentException(
                    "A credential has a generation of 0 or more and expires after it was issued.");
        }
        this.lookup = lookup;
        this.user = user;
        this.family = family;
        this.familyBegunAtMillis = familyBegunAtMillis;
        this.generation = generation;
        this.issuedAtMillis = issuedAtMillis;
        this.expiresAtMillis = expiresAtMillis;
        this.body = body;
    }

    /**
     * A credential that was one before, put together again by a store that nobody else writes to: that the tag is the user's, which
     * takes a digest to see, was seen when it came in.
     */
    public static StoredCredential restored(
            Lookup lookup,
            UserId user,
            FamilyId family,
            long familyBegunAtMillis,
            int generation,
            long issuedAtMillis,
            long expiresAtMillis,
            CredentialBody body) {
        return new StoredCredential(
                false, lookup, user, family, familyBegunAtMillis, generation, issuedAtMillis, expiresAtMillis, body);
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

    /** Names it; no two credentials ever share one. */
    public Lookup lookup() {
        return lookup;
    }

    /** Whose it is; {@code lookup().tag()} is this user's tag. */
    public UserId user() {
        return user;
    }

    /** The login that it comes from. */
    public FamilyId family() {
        return family;
    }

    /** When that login happened; tells the oldest login of a user, however often it was refreshed since. */
    public long familyBegunAtMillis() {
        return familyBegunAtMillis;
    }

    /** 0 for the credential that a login issued, one more with every exchange. */
    public int generation() {
        return generation;
    }

    /** When it was issued. */
    public long issuedAtMillis() {
        return issuedAtMillis;
    }

    /** The first millisecond at which it is no longer alive. */
    public long expiresAtMillis() {
        return expiresAtMillis;
    }

    /** Opaque to the store. */
    public CredentialBody body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredCredential that
                && lookup.equals(that.lookup)
                && user.equals(that.user)
                && family.equals(that.family)
                && familyBegunAtMillis == that.familyBegunAtMillis
                && generation == that.generation
                && issuedAtMillis == that.issuedAtMillis
                && expiresAtMillis == that.expiresAtMillis
                && body.equals(that.body);
    }

    @Override
    public int hashCode() {
        return lookup.hashCode();
    }

    /** Whose it is and which; lookup and body are confidential. */
    @Override
    public String toString() {
        return "StoredCredential[" + user + ", family " + family + ", generation " + generation + "]";
    }
}
