package dev.keystile.example.adapter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the first few calls of a store until they are released, and lets the others pass. */
final class HeldCalls implements Runnable {

    private static final int PATIENCE_SECONDS = 20;

    private final AtomicInteger places;
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldCalls(int number) {
        this.places = new AtomicInteger(number);
    }

    /** Waits until one more call is held. */
    void awaitNext() throws InterruptedException {
        if (!arrivals.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no call came to the store");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public void run() {
        if (places.getAndDecrement() > 0) {
            hold();
        }
    }

    private void hold() {
        arrivals.release();
        try {
            if (!released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A call was held and nobody released it.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it was held", stop);
        }
    }
}
