package dev.keystile.store.memory;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which families a user has. They are chained through themselves, because most users have one and a list would cost more than
 * the family. A user leaves with the last family. Guarded by its shard's lock.
 */
final class FamiliesByUser {

    private final Map<UserId, Family> firstOf = new HashMap<>();

    /** The families of {@code user}, in no order, in a list of the caller's own. */
    List<Family> of(UserId user) {
        List<Family> families = new ArrayList<>(1);
        for (Family family = firstOf.get(user); family != null; family = family.next()) {
            families.add(family);
        }
        return families;
    }

    Optional<Family> find(UserId user, FamilyId id) {
        return of(user).stream().filter(family -> family.id().equals(id)).findFirst();
    }

    void add(Family family) {
        family.chainTo(firstOf.put(family.user(), family));
    }

    /** Removes {@code family}, which is there. */
    void remove(Family family) {
        firstOf.computeIfPresent(family.user(), (user, first) -> chainWithout(family, first));
        family.chainTo(null);
    }

    int users() {
        return firstOf.size();
    }

    private static @Nullable Family chainWithout(Family gone, Family first) {
        if (first == gone) {
            return gone.next();
        }
        for (Family family = first; family != null; family = family.next()) {
            if (family.next() == gone) {
                family.chainTo(gone.next());
            }
        }
        return first;
    }
}
