package dev.keystile.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things that cost something to make and serve one user at a time. Whoever finds a place empty makes a thing of their own, and who
 * gives one back to a place that isn't empty lets it go; so nobody waits, and nothing belongs to a thread, of which there may be
 * millions. Safe for use by many threads.
 *
 * @param <T> what is lent
 */
public final class Shelf<T> {

    private static final int PLACES = 16;

    /** Places are a cache line apart, so that threads on different processors don't hinder each other. */
    private static final int STRIDE = 32;

    private final Supplier<T> maker;
    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES * STRIDE);

    /** An empty shelf, whose things {@code maker} makes as they are asked for. */
    public Shelf(Supplier<T> maker) {
        this.maker = maker;
    }

    /** A thing that nobody else has until it is {@linkplain #giveBack given back}. */
    public T take() {
        T thing = places.getAndSet(place(), null);
        return thing == null ? maker.get() : thing;
    }

    /** Lets others have {@code thing}, whose user has left nothing confidential in it. */
    public void giveBack(T thing) {
        places.setRelease(place(), thing);
    }

    private static int place() {
        return ((int) Thread.currentThread().getId() & (PLACES - 1)) * STRIDE;
    }
}
