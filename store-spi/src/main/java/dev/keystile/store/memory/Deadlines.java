package dev.keystile.store.memory;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items in the order in which they are due: a heap whose items know their own place, so that one that leaves early is found at
 * once. Costs a reference and a time an item, and gives memory back when it empties. Guarded by its shard's lock.
 */
final class Deadlines<T extends Deadlines.Item> {

    private static final int SMALLEST = 16;

    /** Where each place has four below it, a heap of a hundred thousand is nine places deep. */
    private static final int CHILDREN = 4;

    private @Nullable Item[] heap = new Item[SMALLEST];

    /** When the items are due, place by place: to find the earliest one, nobody has to visit the others where they are. */
    private long[] dues = new long[SMALLEST];

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
            resize(size * 2);
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
            resize(heap.length / 2);
        }
    }

    /** What is due first, if it is due at {@code nowMillis}. */
    @SuppressWarnings("unchecked") // only a T ever got in
    @Nullable
    T firstDue(long nowMillis) {
        return size > 0 && dues[0] <= nowMillis ? (T) at(0) : null;
    }

    private void resize(int length) {
        heap = Arrays.copyOf(heap, length);
        dues = Arrays.copyOf(dues, length);
    }

    private void settle(Item item, int place) {
        moveUp(item, place);
        moveDown(item, item.place);
    }

    private void moveUp(Item item, int from) {
        int place = from;
        while (place > 0 && item.dueMillis < dues[(place - 1) / CHILDREN]) {
            put(at((place - 1) / CHILDREN), place);
            place = (place - 1) / CHILDREN;
        }
        put(item, place);
    }

    private void moveDown(Item item, int from) {
        int place = from;
        int child = earliestChild(place);
        while (child < size && dues[child] < item.dueMillis) {
            put(at(child), place);
            place = child;
            child = earliestChild(place);
        }
        put(item, place);
    }

    /** Beyond the last place, if there is none. */
    private int earliestChild(int place) {
        int earliest = CHILDREN * place + 1;
        int end = Math.min(earliest + CHILDREN, size);
        for (int child = earliest + 1; child < end; child++) {
            earliest = dues[child] < dues[earliest] ? child : earliest;
        }
        return earliest;
    }

    private void put(Item item, int place) {
        heap[place] = item;
        dues[place] = item.dueMillis;
        item.place = place;
    }

    private Item at(int place) {
        return Objects.requireNonNull(heap[place]);
    }
}
