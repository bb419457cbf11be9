package dev.keystile.event;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hands events to a slow listener on a thread of its own, in their order, so that no request ever waits for it. The queue between
 * them is bounded: what doesn't fit is dropped and counted. Safe for use by many threads.
 */
public final class QueuedListener implements AuthEventListener, AutoCloseable {

    private static final long PATIENCE_MILLIS = 5_000;

    private final BlockingQueue<AuthEvent> queue;
    private final AuthEventListener listener;
    private final LongAdder dropped = new LongAdder();
    private final Thread worker = new Thread(this::work, "keystile-events");
    private volatile boolean closed;

    private QueuedListener(AuthEventListener listener, int capacity) {
        this.listener = new SafeListener(listener);
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * Starts the thread, a daemon.
     *
     * @param listener who is to be told
     * @param capacity how many events may wait, at least one
     */
    public static QueuedListener of(AuthEventListener listener, int capacity) {
        QueuedListener queued = new QueuedListener(listener, capacity);
        queued.worker.setDaemon(true);
        queued.worker.start();
        return queued;
    }

    /** Never waits. */
    @Override
    public void on(AuthEvent event) {
        if (closed || !queue.offer(event)) {
            dropped.increment();
        }
    }

    /** How many events nobody was told of, because the queue was full or closed. */
    public long dropped() {
        return dropped.sum();
    }

    /** Takes no more events, and waits up to five seconds until the listener has been told of those that are there. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (AuthEvent left = queue.poll(); left != null; left = queue.poll()) {
            dropped.increment();
        }
    }

    private void work() {
        try {
            while (!closed) {
                listener.on(queue.take());
            }
        } catch (InterruptedException closing) {
            // what is left is told below
        }
        Thread.interrupted(); // the listener may have to wait for something
        for (AuthEvent left = queue.poll(); left != null; left = queue.poll()) {
            listener.on(left);
        }
    }
}
