package dev.keystile.core.password;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a few computations happen at once; the others wait, in the order in which they came. */
final class Turnstile {

    private final Semaphore permits;

    Turnstile(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("At least 1 computation has to run at once, not " + atOnce + ".");
        }
        this.permits = new Semaphore(atOnce, true);
    }

    <T> T pass(Supplier<T> computation) {
        permits.acquireUninterruptibly();
        try {
            return computation.get();
        } finally {
            permits.release();
        }
    }
}
