package dev.keystile.store.memory;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger turn = new AtomicInteger();

    Shards(Supplier<S> shard) {
        this.shards = Stream.generate(shard).limit(COUNT).toList();
    }

    /** The shard of everything that has this {@code hash}. */
    S of(int hash) {
        return shards.get(hash & COUNT - 1);
    }

    /**
     * Lets go of a few things that are due in the shard whose turn it is. Called after every change, so that what has expired
     * leaves also where nothing happens any more.
     */
    void drainNext(long nowMillis) {
        of(turn.getAndIncrement()).drainIfIdle(nowMillis);
    }

    int sum(ToIntFunction<? super S> count) {
        return shards.stream().mapToInt(count).sum();
    }
}
