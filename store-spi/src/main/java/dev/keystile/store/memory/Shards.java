package dev.keystile.store.memory;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Everything that is kept, cut into parts that change independently. The cut is fixed; it is fine enough that threads rarely
 * meet, and that a table that grows is a small one.
 */
final class Shards<S extends Shard<?>> {

    /** A power of two. */
    static final int COUNT = 256;

    private final List<S> shards;

    Shards(Supplier<S> shard) {
        this.shards = Stream.generate(shard).limit(COUNT).toList();
    }

    /** The shard of everything that has this {@code hash}. */
    S of(int hash) {
        return shards.get(hash & COUNT - 1);
    }

    /**
     * Lets go of a few things that are due in another shard, after a change in the one of {@code hash}; in one after the other, by turns,
     * so that what has expired leaves also where nothing happens any more. Nobody counts for all, as all would wait for the count.
     */
    void drainAnother(int hash, long nowMillis) {
        of(of(hash).takeTurn(hash)).drainIfIdle(nowMillis);
    }

    int sum(ToIntFunction<? super S> count) {
        return shards.stream().mapToInt(count).sum();
    }
}
