package dev.keystile.store.memory;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that costs a reference and a byte for an item and some empty ones beside it, and nothing else: items lie in the slot
 * that their hash names, or in the next one that is free. Its shard's lock guards changes. {@link #find} is for everybody and takes no
 * lock: it finds what was there when it began and still is, because an item never moves within one array of slots, and another array
 * is shown only once it is filled.
 */
final class SlotTable<T> {

    private static final int SMALLEST = 16;

    /** From how many places an item on there are too many. */
    private static final int SPARSE = 16;

    private final ToIntFunction<? super T> hashOf;
    private volatile Slots<T> slots = new Slots<>(SMALLEST);
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
    @Nullable
    T find(int hash, Predicate<? super T> isWanted) {
        Slots<T> then = slots;
        byte wanted = Slots.tagOf(hash);
        for (int place = then.home(hash); ; place = then.after(place)) {
            byte tag = then.tag(place);
            if (tag == Slots.EMPTY) {
                return null;
            }
            if (tag == wanted) {
                T item = then.item(place);
                if (item != null && isWanted.test(item)) {
                    return item;
                }
            }
        }
    }

    /** How many items are {@code counted}, for the lock's holder. */
    int count(Predicate<? super T> counted) {
        int count = 0;
        for (int place = 0; place < slots.length(); place++) {
            T item = slots.item(place);
            count += item != null && counted.test(item) ? 1 : 0;
        }
        return count;
    }

    /** Puts {@code item} in, which is not there. */
    void add(T item) {
        if ((items + gone + 1) * 4L > slots.length() * 3L) {
            resize();
        }
        if (put(item, slots) == Slots.GONE) {
            gone--;
        }
        items++;
    }

    /** Takes {@code item} out, which is there. Whatever has to be allocated is, before anything changes. */
    void remove(T item) {
        if (slots.length() > SMALLEST && items <= slots.length() / SPARSE) {
            resize();
        }
        int place = placeOf(item);
        items--;
        if (slots.tag(slots.after(place)) == Slots.EMPTY) {
            empty(place);
        } else {
            slots.clear(place, Slots.GONE);
            gone++;
        }
    }

    /** Puts {@code successor} in the place of {@code item}, which is there and has the same hash. Allocates nothing. */
    void replace(T item, T successor) {
        slots.replace(placeOf(item), successor);
    }

    /** Empties a place behind which nothing was put, and those in front of it that would lead there. */
    private void empty(int place) {
        slots.clear(place, Slots.EMPTY);
        for (int before = slots.before(place); slots.tag(before) == Slots.GONE; before = slots.before(before)) {
            slots.clear(before, Slots.EMPTY);
            gone--;
        }
    }

    private int placeOf(T item) {
        int hash = hashOf.applyAsInt(item);
        byte tag = Slots.tagOf(hash);
        int place = slots.home(hash);
        while (slots.tag(place) != tag || slots.item(place) != item) {
            place = slots.after(place);
        }
        return place;
    }

    /**
     * Makes an array without those that are gone. It is half full at most; and a quarter, if many have gone, because then about as many
     * places of those that go are taken again by those that come, and the next array is far away.
     */
    private void resize() {
        int length = SMALLEST;
        long enough = gone > items / 2 ? items * 4L : items * 2L;
        while (length < enough) {
            length *= 2;
        }
        Slots<T> next = new Slots<>(length);
        for (int place = 0; place < slots.length(); place++) {
            T item = slots.item(place);
            if (item != null) {
                put(item, next);
            }
        }
        gone = 0;
        slots = next;
    }

    /** @return what was in the place: nothing, or something that is gone */
    private byte put(T item, Slots<T> target) {
        int hash = hashOf.applyAsInt(item);
        int place = target.home(hash);
        byte before = target.tag(place);
        while (before != Slots.EMPTY && before != Slots.GONE) {
            place = target.after(place);
            before = target.tag(place);
        }
        target.put(place, item, Slots.tagOf(hash));
        return before;
    }
}
