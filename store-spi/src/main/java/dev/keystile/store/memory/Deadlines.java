package dev.keystile.store.memory;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items in the order in which they are due: a binary heap whose items know their own place, so that one that leaves early is
 * found at once. Costs a reference an item and nothing else, and gives memory back when it empties. Guarded by its shard's lock.
 */
final class Deadlines<T extends Deadlines.Item> {

    private static final int SMALLEST = 16;

    private @Nullable Item[] heap = new Item[SMALLEST];
    private int size;

    /** Something that is of no more use from some millisecond on. In at most one {@link Deadlines} at a time. */
    abstract static class Item {

        private static final int NOWHERE = -1;

        long dueMillis;
        int place = NOWHERE;

        final boolean isScheduled() {
            return place != NOWHERE;
        }

        final long dueMillis() {
            return dueMillis;
        }
    }

    int size() {
        return size;
    }

    void add(T item, long dueMillis) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        item.dueMillis = dueMillis;
        moveUp(item, size++);
    }

    /** Schedules {@code item}, which is there, for another time. */
    void reschedule(T item, long dueMillis) {
        item.dueMillis = dueMillis;
        settle(item, item.place);
    }

    void remove(T item) {
        int gap = item.place;
        item.place = Item.NOWHERE;
        Item last = at(--size);
        heap[size] = null;
        if (last != item) {
            settle(last, gap);
        }
        if (heap.length > SMALLEST && size < heap.length / 4) {
            heap = Arrays.copyOf(heap, heap.length / 2);
        }
    }

    /** What is due first, if it is due at {@code nowMillis}. */
    @SuppressWarnings("unchecked") // only a T ever got in
    @Nullable
    T firstDue(long nowMillis) {
        return size > 0 && at(0).dueMillis <= nowMillis ? (T) at(0) : null;
    }

    private void settle(Item item, int place) {
        moveUp(item, place);
        moveDown(item, item.place);
    }

    private void moveUp(Item item, int from) {
        int place = from;
        while (place > 0 && item.dueMillis < at((place - 1) / 2).dueMillis) {
            put(at((place - 1) / 2), place);
            place = (place - 1) / 2;
        }
        put(item, place);
    }

    private void moveDown(Item item, int from) {
        int place = from;
        int child = earlierChild(place);
        while (child < size && at(child).dueMillis < item.dueMillis) {
            put(at(child), place);
            place = child;
            child = earlierChild(place);
        }
        put(item, place);
    }

    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < size && at(right).dueMillis < at(left).dueMillis ? right : left;
    }

    private void put(Item item, int place) {
        heap[place] = item;
        item.place = place;
    }

    private Item at(int place) {
        return Objects.requireNonNull(heap[place]);
    }
}
