package dev.keystile.store.memory;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items that came in any order, the earliest first: a heap whose items know their own place, so that one that leaves early is found
 * at once. Costs a reference and a time an item, and gives memory back when it empties. Guarded by its shard's lock.
 */
final class DueHeap {

    private static final int SMALLEST = 16;

    /** Where each place has four below it, a heap of a hundred thousand is nine places deep. */
    private static final int CHILDREN = 4;

    private Deadlines.@Nullable Item[] heap = new Deadlines.Item[SMALLEST];

    /** When the items are due, place by place: to find the earliest one, nobody has to visit the others where they are. */
    private long[] dues = new long[SMALLEST];

    private int size;

    int size() {
        return size;
    }

    /** When the first item is due; never, if there is none. */
    long firstDue() {
        return size == 0 ? Long.MAX_VALUE : dues[0];
    }

    Deadlines.Item first() {
        return at(0);
    }

    /** Makes room for one item more, so that to {@link #add} it allocates nothing. */
    void reserve() {
        if (size == heap.length) {
            resize(size * 2);
        }
    }

    void add(Deadlines.Item item) {
        reserve();
        moveUp(item, size++);
    }

    void remove(Deadlines.Item item) {
        int gap = item.place;
        item.place = Deadlines.Item.NOWHERE;
        Deadlines.Item last = at(--size);
        heap[size] = null;
        if (last != item) {
            moveUp(last, gap);
            moveDown(last, last.place);
        }
        if (heap.length > SMALLEST && size < heap.length / 4) {
            resize(heap.length / 2);
        }
    }

    private void resize(int length) {
        heap = Arrays.copyOf(heap, length);
        dues = Arrays.copyOf(dues, length);
    }

    private void moveUp(Deadlines.Item item, int from) {
        int place = from;
        while (place > 0 && item.dueMillis < dues[(place - 1) / CHILDREN]) {
            put(at((place - 1) / CHILDREN), place);
            place = (place - 1) / CHILDREN;
        }
        put(item, place);
    }

    private void moveDown(Deadlines.Item item, int from) {
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

    private void put(Deadlines.Item item, int place) {
        heap[place] = item;
        dues[place] = item.dueMillis;
        item.place = place;
    }

    private Deadlines.Item at(int place) {
        return Objects.requireNonNull(heap[place]);
    }
}
