package dev.keystile.store.memory;

import dev.keystile.store.Lookup;
import dev.keystile.store.ReplayGuard;

/**
 * Signatures that were accepted, in the memory of this process: enough for a server of one process. Where several share a
 * store, share a guard too; otherwise a request can be sent once more to each of them.
 *
 * <p>What is due is let go of while other calls come in, a few entries each, so that memory follows the requests of one window.
 */
public final class InMemoryReplayGuard implements ReplayGuard {

    private final Shards<UseShard> shards = new Shards<>(UseShard::new);

    /** A guard that has seen nothing. */
    public InMemoryReplayGuard() {}

    @Override
    public boolean isFirstUse(Lookup credential, byte[] digest, long keepUntilMillis, long nowMillis) {
        Use use = new Use(credential, digest);
        boolean first = shards.of(use.hashCode()).isFirst(use, keepUntilMillis, nowMillis);
        shards.drainAnother(use.hashCode(), nowMillis);
        return first;
    }

    /** How many uses are remembered, due or not. */
    int uses() {
        return shards.sum(UseShard::held);
    }
}
