package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which families a user has. They are chained through themselves, because most users have one and a list would cost more than
 * the family. A user leaves with the last family. Guarded by its shard's lock.
 */
final class FamiliesByUser {

    private final SlotTable<Family> firstOf;
    private final int salt;

    /** @param salt unforeseeable, because it may be users who choose their ids */
    FamiliesByUser(int salt) {
        this.salt = salt;
        this.firstOf = new SlotTable<>(
                family -> PackedCredential.hashOfUser(salt, family.newest().packed()));
    }

    /** The families of {@code user}, in no order, in a list of the caller's own. */
    List<Family> of(UserId user) {
        List<Family> families = new ArrayList<>(1);
        byte[] id = PackedCredential.utf8(user.value());
        for (Family family = first(id); family != null; family = family.next()) {
            families.add(family);
        }
        return families;
    }

    Optional<Family> find(UserId user, FamilyId id) {
        return of(user).stream().filter(family -> family.id().equals(id)).findFirst();
    }

    void add(Family family) {
        Family first = first(PackedCredential.utf8(family.newest().user().value()));
        if (first == null) {
            firstOf.add(family);
        } else {
            family.chainTo(first.next());
            first.chainTo(family);
        }
    }

    /** Removes {@code family}, which is there. */
    void remove(Family family) {
        Family first = Objects.requireNonNull(
                first(PackedCredential.utf8(family.newest().user().value())));
        if (first == family) {
            removeFirst(family);
        } else {
            chainWithout(family, first);
        }
        family.chainTo(null);
    }

    int users() {
        return firstOf.size();
    }

    private @Nullable Family first(byte[] user) {
        return firstOf.find(
                PackedCredential.hashOfUser(salt, user, 0),
                family -> PackedCredential.isOfUser(user, family.newest().packed()));
    }

    private void removeFirst(Family first) {
        Family next = first.next();
        if (next == null) {
            firstOf.remove(first);
        } else {
            firstOf.replace(first, next);
        }
    }

    private static void chainWithout(Family gone, Family first) {
        for (Family family = first; family != null; family = family.next()) {
            if (family.next() == gone) {
                family.chainTo(gone.next());
            }
        }
    }
}
