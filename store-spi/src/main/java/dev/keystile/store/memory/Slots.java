package dev.keystile.store.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a {@link SlotTable}, a power of two of them. Beside each lies a byte, its tag: whether an item is or was there, and a
 * few bits of the item's hash. Whoever looks for an item reads tags, which lie side by side, and visits hardly any item but that one.
 *
 * <p>An item shows with its tag, and is there then. Of two that look and change at once, who looks may find the next item behind a tag,
 * or none any more; so whatever {@link #item} returns is to be compared.
 */
final class Slots<T> {

    /** Nothing is there, and nothing was put behind it. */
    static final byte EMPTY = 0;

    /** An item was there: whoever looks for one that was put behind it has to go on. */
    static final byte GONE = 1;

    private static final VarHandle TAGS = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final VarHandle ITEMS = MethodHandles.arrayElementVarHandle(Object[].class);

    private final byte[] tags;
    private final @Nullable Object[] items;

    Slots(int length) {
        tags = new byte[length];
        items = new Object[length];
    }

    int length() {
        return tags.length;
    }

    /** Where an item with this {@code hash} is, if nobody else is there. */
    int home(int hash) {
        return hash & (tags.length - 1);
    }

    int after(int place) {
        return (place + 1) & (tags.length - 1);
    }

    int before(int place) {
        return (place - 1) & (tags.length - 1);
    }

    /** The tag of all items with this {@code hash}: its highest bits, as the lowest tell the place. */
    static byte tagOf(int hash) {
        byte tag = (byte) (hash >>> 24);
        return tag == EMPTY || tag == GONE ? (byte) (tag + 2) : tag;
    }

    byte tag(int place) {
        return (byte) TAGS.getAcquire(tags, place);
    }

    @SuppressWarnings("unchecked") // only a T ever got in
    @Nullable
    T item(int place) {
        return (T) ITEMS.getAcquire(items, place);
    }

    void put(int place, T item, byte tag) {
        replace(place, item);
        TAGS.setRelease(tags, place, tag);
    }

    /** Puts {@code item} in the place of one with the same tag. */
    void replace(int place, T item) {
        ITEMS.setRelease(items, place, item);
    }

    /** @param tag {@link #EMPTY} or {@link #GONE} */
    void clear(int place, byte tag) {
        TAGS.setRelease(tags, place, tag);
        ITEMS.setRelease(items, place, null);
    }
}
