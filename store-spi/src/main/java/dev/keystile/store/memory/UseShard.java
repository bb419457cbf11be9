package dev.keystile.store.memory;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The uses whose hashes fall into one shard. */
final class UseShard extends Shard<Use> {

    private final Map<Use, Use> uses = new HashMap<>();

    /** Records {@code use}, unless it is remembered already. */
    boolean isFirst(Use use, long keepUntilMillis, long nowMillis) {
        return change(nowMillis, () -> {
            @Nullable Use known = uses.get(use);
            if (known != null && nowMillis < known.dueMillis()) {
                return false;
            }
            if (known != null) {
                forget(known);
            }
            uses.put(use, use);
            deadlines().add(use, keepUntilMillis);
            return true;
        });
    }

    @Override
    void forget(Use use) {
        uses.remove(use);
        deadlines().remove(use);
    }
}
