package dev.keystile.store.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that costs a reference for an item and some empty ones beside it, and nothing else: items lie in the slot that their
 * hash names, or in the next one that is free. Its shard's lock guards changes. {@link #find} is for everybody and takes no lock: it
 * finds what was there when it began and still is, because an item never moves within one array of slots, and another array is
 * shown only once it is filled.
 */
final class SlotTable<T> {

    private static final int SMALLEST = 16;

    /** Where an item was: whoever looks for one that was put behind it has to go on. */
    private static final Object GONE = new Object();

    private final ToIntFunction<? super T> hashOf;
    private volatile AtomicReferenceArray<@Nullable Object> slots = new AtomicReferenceArray<>(SMALLEST);
    private int items;
    private int gone;

    /** @param hashOf the same for an item, always, with its entropy in every bit */
    SlotTable(ToIntFunction<? super T> hashOf) {
        this.hashOf = hashOf;
    }

    int size() {
        return items;
    }

    /** The item with this {@code hash} that {@code isWanted}. */
    @SuppressWarnings("unchecked") // whatever isn't GONE is a T
    @Nullable
    T find(int hash, Predicate<? super T> isWanted) {
        AtomicReferenceArray<@Nullable Object> then = slots;
        int mask = then.length() - 1;
        for (int place = hash & mask; ; place = (place + 1) & mask) {
            Object found = then.getAcquire(place);
            if (found == null) {
                return null;
            }
            if (found != GONE && isWanted.test((T) found)) {
                return (T) found;
            }
        }
    }

    /** How many items are {@code counted}, for the lock's holder. */
    int count(Predicate<? super T> counted) {
        int count = 0;
        for (int place = 0; place < slots.length(); place++) {
            count += isCounted(slots.get(place), counted) ? 1 : 0;
        }
        return count;
    }

    @SuppressWarnings("unchecked") // whatever isn't GONE is a T
    private boolean isCounted(@Nullable Object found, Predicate<? super T> counted) {
        return found != null && found != GONE && counted.test((T) found);
    }

    /** Puts {@code item} in, which is not there. */
    void add(T item) {
        if ((items + gone + 1) * 4L > slots.length() * 3L) {
            resize();
        }
        put(item, slots);
        items++;
    }

    /** Takes {@code item} out, which is there. Whatever has to be allocated is, before anything changes. */
    void remove(T item) {
        if (slots.length() > SMALLEST && items <= slots.length() / 8) {
            resize();
        }
        int mask = slots.length() - 1;
        int place = placeOf(item);
        items--;
        if (slots.get((place + 1) & mask) != null) {
            slots.setRelease(place, GONE);
            gone++;
        } else {
            slots.setRelease(place, null); // nothing was put behind it
        }
    }

    /** Puts {@code successor} in the place of {@code item}, which is there and has the same hash. Allocates nothing. */
    void replace(T item, T successor) {
        slots.setRelease(placeOf(item), successor);
    }

    private int placeOf(T item) {
        int mask = slots.length() - 1;
        int place = hashOf.applyAsInt(item) & mask;
        while (slots.get(place) != item) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Makes an array that is half full at most, without those that are gone. */
    @SuppressWarnings("unchecked") // whatever isn't GONE is a T
    private void resize() {
        int length = SMALLEST;
        while (length < items * 2L) {
            length *= 2;
        }
        AtomicReferenceArray<@Nullable Object> next = new AtomicReferenceArray<>(length);
        for (int place = 0; place < slots.length(); place++) {
            Object found = slots.get(place);
            if (found != null && found != GONE) {
                put((T) found, next);
            }
        }
        gone = 0;
        slots = next;
    }

    private void put(T item, AtomicReferenceArray<@Nullable Object> target) {
        int mask = target.length() - 1;
        int place = hashOf.applyAsInt(item) & mask;
        while (target.get(place) != null) {
            place = (place + 1) & mask;
        }
        target.setRelease(place, item);
    }
}
