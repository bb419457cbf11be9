package dev.keystile.event;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws from whoever tells it. Logged are the first failure, the second, the fourth, the eighth, … */
final class SafeListener implements AuthEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

    private final AuthEventListener listener;
    private final AtomicLong failures = new AtomicLong();

    SafeListener(AuthEventListener listener) {
        this.listener = listener;
    }

    @Override
    public void on(AuthEvent event) {
        try {
            listener.on(event);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            report(failures.incrementAndGet(), thrown);
        }
    }

    private static void report(long failures, Throwable thrown) {
        if (Long.bitCount(failures) == 1) {
            LOG.warn("A listener has thrown for the {}. time; the answer was not changed by it", failures, thrown);
        }
    }
}
