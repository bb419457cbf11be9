package dev.keystile.example.adapter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How many calls there have been, and how many haven't returned yet. Safe for use by many threads. */
final class CallCount {

    private static final long PATIENCE_SECONDS = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long ever;
    private int now;

    void enter() {
        add(1, 1);
    }

    void leave() {
        add(0, -1);
    }

    private void add(int calls, int open) {
        lock.lock();
        try {
            ever += calls;
            now += open;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many there have been. */
    long ever() {
        lock.lock();
        try {
            return ever;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there have been {@code expected} calls and all have returned.
     *
     * @throws AssertionError if it takes too long
     */
    void await(long expected) throws InterruptedException {
        await(() -> ever == expected && now == 0, expected + " calls in all and none under way");
    }

    /**
     * Waits until {@code expected} calls are under way.
     *
     * @throws AssertionError if it takes too long
     */
    void awaitUnderWay(int expected) throws InterruptedException {
        await(() -> now == expected, expected + " calls under way");
    }

    private void await(BooleanSupplier condition, String expectation) throws InterruptedException {
        long patience = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (patience <= 0) {
                    throw new AssertionError("expected " + expectation + ", but there were " + ever + ", of which "
                            + now + " are under way");
                }
                patience = changed.awaitNanos(patience);
            }
        } finally {
            lock.unlock();
        }
    }
}
