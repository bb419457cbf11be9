package dev.keystile.store.memory;

import org.jspecify.annotations.Nullable;

/**
 * Items in the order in which they are due. Most come in that order, because what begins later ends later; they wait in a
 * {@link DueQueue}, and all others in a {@link DueHeap}. An item is in one of them, and knows its place there, so that one that leaves
 * early is found at once. Guarded by its shard's lock.
 */
final class Deadlines<T extends Deadlines.Item> {

    private final DueQueue queue = new DueQueue();
    private final DueHeap heap = new DueHeap();

    /** Something that is of no more use from some millisecond on. In at most one {@link Deadlines} at a time. */
    abstract static class Item {

        static final int NOWHERE = -1;

        long dueMillis;
        int place = NOWHERE;
        boolean queued;

        final boolean isScheduled() {
            return place != NOWHERE;
        }

        final long dueMillis() {
            return dueMillis;
        }
    }

    int size() {
        return queue.size() + heap.size();
    }

    void add(T item, long dueMillis) {
        item.dueMillis = dueMillis;
        item.queued = queue.takes(dueMillis);
        if (item.queued) {
            queue.add(item);
        } else {
            heap.add(item);
        }
    }

    /** Schedules {@code item}, which is there, for another time. Whatever has to be allocated is, before anything changes. */
    void reschedule(T item, long dueMillis) {
        if (queue.takes(dueMillis)) {
            queue.reserve();
        } else {
            heap.reserve();
        }
        remove(item);
        add(item, dueMillis);
    }

    /** Takes {@code item} out, which is there. */
    void remove(T item) {
        if (item.queued) {
            queue.remove(item);
        } else {
            heap.remove(item);
        }
    }

    /** When the first is due; never, if there is none. */
    long firstDue() {
        return Math.min(queue.firstDue(), heap.firstDue());
    }

    /** What is due first, if it is due at {@code nowMillis}. */
    @SuppressWarnings("unchecked") // only a T ever got in
    @Nullable
    T firstDue(long nowMillis) {
        if (queue.size() > 0 && queue.firstDue() <= nowMillis && queue.firstDue() <= heap.firstDue()) {
            return (T) queue.first();
        }
        return heap.size() > 0 && heap.firstDue() <= nowMillis ? (T) heap.first() : null;
    }
}
