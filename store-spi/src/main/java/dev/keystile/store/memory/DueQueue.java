package dev.keystile.store.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items that came in the order in which they are due, in a ring. One that leaves early leaves a gap; gaps are closed when there is no
 * room behind the last item, or when there is far too much. So an item costs little more than a reference, and to come, to leave and
 * to be first takes no look at any other item but the next one. Guarded by its shard's lock.
 */
final class DueQueue {

    private static final int SMALLEST = 16;
    private static final int ANY_PLACE = Integer.MAX_VALUE;

    private Deadlines.@Nullable Item[] ring = new Deadlines.Item[SMALLEST];
    private int size;

    /** Places are counted on and on; their lowest bits tell where in the ring they are. */
    private int head;

    private int tail;
    private long headDue = Long.MAX_VALUE;
    private long tailDue = Long.MIN_VALUE;

    DueQueue() {
        this(0);
    }

    /** @param place where to begin to count, which nobody has to care about: after the highest number the count goes on */
    DueQueue(int place) {
        head = place;
        tail = place;
    }

    int size() {
        return size;
    }

    /** Whether what is due at {@code dueMillis} would come in order. */
    boolean takes(long dueMillis) {
        return size == 0 || dueMillis >= tailDue;
    }

    /** When the first item is due; never, if there is none. */
    long firstDue() {
        return headDue;
    }

    Deadlines.Item first() {
        return Objects.requireNonNull(ring[head & (ring.length - 1)]);
    }

    /** Makes room for one item more, so that to {@link #add} it allocates nothing. */
    void reserve() {
        if (tail - head == ring.length) {
            closeGaps(size * 2L > ring.length ? ring.length * 2 : ring.length);
        }
    }

    /** @param item one that is due when {@link #takes} says that it may be */
    void add(Deadlines.Item item) {
        reserve();
        if (size == 0) {
            head = tail;
            headDue = item.dueMillis;
        }
        put(item);
        tailDue = item.dueMillis;
    }

    void remove(Deadlines.Item item) {
        int gap = item.place;
        item.place = Deadlines.Item.NOWHERE;
        ring[gap & (ring.length - 1)] = null;
        size--;
        if (gap == (head & ANY_PLACE)) {
            advance();
        }
        if (ring.length > SMALLEST && size < ring.length / 4) {
            closeGaps(ring.length / 2);
        }
    }

    private void advance() {
        while (head != tail && ring[head & (ring.length - 1)] == null) {
            head++;
        }
        headDue = size == 0 ? Long.MAX_VALUE : first().dueMillis;
    }

    private void closeGaps(int length) {
        Deadlines.@Nullable Item[] next = new Deadlines.Item[length];
        Deadlines.@Nullable Item[] former = ring;
        int end = tail;
        ring = next;
        size = 0;
        tail = head;
        for (int place = head; place != end; place++) {
            Deadlines.Item item = former[place & (former.length - 1)];
            if (item != null) {
                put(item);
            }
        }
    }

    private void put(Deadlines.Item item) {
        ring[tail & (ring.length - 1)] = item;
        item.place = tail++ & ANY_PLACE;
        size++;
    }
}
