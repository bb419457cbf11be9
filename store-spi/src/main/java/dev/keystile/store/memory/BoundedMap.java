package dev.keystile.store.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A map that forgets its oldest entry where there is no room for another. Guarded by its owner's lock. */
final class BoundedMap<K, V> {

    private final int capacity;
    private final Map<K, V> entries = new LinkedHashMap<>();

    BoundedMap(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    /** Keeps {@code value}, as the newest entry. */
    void put(K key, V value) {
        entries.remove(key);
        if (entries.size() == capacity) {
            forgetOldest(oldest -> true);
        }
        entries.put(key, value);
    }

    void remove(K key) {
        entries.remove(key);
    }

    /** Forgets the oldest entry if it is {@code worthless}, and says whether it was. */
    boolean forgetOldest(Predicate<V> worthless) {
        Iterator<V> oldestFirst = entries.values().iterator();
        if (oldestFirst.hasNext() && worthless.test(oldestFirst.next())) {
            oldestFirst.remove();
            return true;
        }
        return false;
    }

    int size() {
        return entries.size();
    }
}
