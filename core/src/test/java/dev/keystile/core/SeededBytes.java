package dev.keystile.core;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Predictable bytes that say how many of them were drawn. For tests alone. */
public final class SeededBytes implements RandomBytes {

    private final Random random;
    private final AtomicLong drawn = new AtomicLong();

    public SeededBytes(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public synchronized byte[] next(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        drawn.addAndGet(length);
        return bytes;
    }

    public long drawn() {
        return drawn.get();
    }
}
