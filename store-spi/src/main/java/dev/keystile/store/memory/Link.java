package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import org.jspecify.annotations.Nullable;

/**
 * One credential, as a link in the chain of its {@link Family}. Due when it expires or, once spent, when it is remembered no
 * longer. Changes under its shard's lock alone.
 */
final class Link extends Deadlines.Item {

    private final Family family;
    private final byte[] packed;
    private final long familyBegunAtMillis;
    private final int generation;
    private final long issuedAtMillis;
    private final long expiresAtMillis;

    /** Written once, before the successor shows. Null while alive, and for ever under a strict policy. */
    private @Nullable Spending spending;

    private @Nullable Link older;
    private @Nullable Link newer;

    /** When a credential was spent, and until when that is remembered. */
    record Spending(long atMillis, long rememberedUntilMillis) {}

    Link(Family family, StoredCredential credential) {
        this.family = family;
        this.packed = PackedCredential.pack(credential);
        this.familyBegunAtMillis = credential.familyBegunAtMillis();
        this.generation = credential.generation();
        this.issuedAtMillis = credential.issuedAtMillis();
        this.expiresAtMillis = credential.expiresAtMillis();
    }

    Family family() {
        return family;
    }

    /** The credential as it came in, put together anew. */
    StoredCredential credential() {
        return credential(PackedCredential.lookup(user(), packed));
    }

    /** As {@link #credential()}, for whoever has its {@code lookup} at hand. */
    StoredCredential credential(Lookup lookup) {
        return StoredCredential.restored(
                lookup,
                user(),
                familyId(),
                familyBegunAtMillis,
                generation,
                issuedAtMillis,
                expiresAtMillis,
                PackedCredential.body(packed));
    }

    byte[] packed() {
        return packed;
    }

    UserId user() {
        return PackedCredential.user(packed);
    }

    FamilyId familyId() {
        return PackedCredential.family(packed);
    }

    long familyBegunAtMillis() {
        return familyBegunAtMillis;
    }

    int generation() {
        return generation;
    }

    long issuedAtMillis() {
        return issuedAtMillis;
    }

    long expiresAtMillis() {
        return expiresAtMillis;
    }

    /** Whether it is alive at {@code nowMillis}, as far as time alone decides. */
    boolean isAliveAt(long nowMillis) {
        return nowMillis < expiresAtMillis;
    }

    /** Safe to read without the lock by whoever has seen that a newer link heads the family. */
    @Nullable
    Spending spending() {
        return spending;
    }

    Spending spend(Exchange exchange) {
        Spending spent = new Spending(exchange.nowMillis(), exchange.remembersUntilMillis(credential()));
        spending = spent;
        return spent;
    }

    /** The next older link that is still kept. */
    @Nullable
    Link older() {
        return older;
    }

    void follow(Link former) {
        older = former;
        former.newer = this;
    }

    /** Closes the gap that this link leaves. The newest one leaves none: it heads the chain even when it is gone. */
    void leaveChain() {
        if (newer != null) {
            newer.older = older;
            if (older != null) {
                older.newer = newer;
            }
        }
    }
}
