package dev.keystile.store.memory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is kept, with one lock for all that changes in it, and the deadlines after which things leave. They leave a
 * few at a time, so that nobody pays for a million that expired overnight.
 */
abstract class Shard<T extends Deadlines.Item> {

    /** How many items leave at once: more than a change adds, so that what has expired can't pile up. */
    static final int BITE = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deadlines<T> deadlines = new Deadlines<>();

    /** When the first of them is due, for those who have no lock yet; set before the lock is let go. */
    private final AtomicLong firstDue = new AtomicLong(Long.MAX_VALUE);

    /** Which shard those who change this one look after next. */
    private final AtomicInteger turn = new AtomicInteger();

    /** Lets go of {@code item}, which is due or ended early. Called with the lock held. */
    abstract void forget(T item);

    /** What is due in this shard, for changes alone. */
    final Deadlines<T> deadlines() {
        return deadlines;
    }

    /** Makes a change with the lock held, and lets go of a few items that are due. */
    final <R> R change(long nowMillis, Supplier<R> change) {
        lock.lock();
        try {
            R result = change.get();
            drain(nowMillis);
            return result;
        } finally {
            noteFirstDue();
            lock.unlock();
        }
    }

    /** Lets go of a few items that are due, unless somebody else is at work here: a caller never waits for this. */
    final void drainIfIdle(long nowMillis) {
        if (firstDue.get() <= nowMillis && lock.tryLock()) {
            try {
                drain(nowMillis);
            } finally {
                noteFirstDue();
                lock.unlock();
            }
        }
    }

    /** The next in turn; different shards begin with different ones, by the {@code place} of each. */
    final int takeTurn(int place) {
        return place + turn.incrementAndGet();
    }

    private void noteFirstDue() {
        firstDue.lazySet(deadlines.firstDue());
    }

    /** What {@code count} says while nothing changes. */
    final int count(IntSupplier count) {
        lock.lock();
        try {
            return count.getAsInt();
        } finally {
            lock.unlock();
        }
    }

    /** How many items are kept, due or not. */
    final int held() {
        return count(deadlines::size);
    }

    private void drain(long nowMillis) {
        for (int drained = 0; drained < BITE; drained++) {
            @Nullable T due = deadlines.firstDue(nowMillis);
            if (due == null) {
                return;
            }
            forget(due);
        }
    }
}
