package dev.keystile.store.jdbc;

import dev.keystile.store.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One change at a time, for an engine that keeps what it acknowledged only so. Whenever a transaction commits, H2 writes tables and
 * indexes to its file, one after the other, while other transactions go on. Of one that ends meanwhile the file may get a row as it
 * was and its index as it will be; if the process dies before that transaction's own write, neither the old credential is found
 * nor the new one. So until a change is in the file, none other begins.
 *
 * <p>There is one turn for all H2 files of a process: it has one as a rule, and the stores of it are many.
 */
final class Turn {

    /** Fair, so that nobody waits for ever while others come again and again. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private Turn() {}

    /**
     * Waits until it is this change's turn, makes it, and lets the next begin.
     *
     * @param intent what it is for, as it reads after "to"
     * @param change ends with its transaction committed or rolled back, and its connection given back
     * @throws StoreException if its turn doesn't come within the time that a statement may take; nothing changed then
     */
    static <R> R take(String intent, JdbcSettings settings, Supplier<R> change) {
        await(intent, settings);
        try {
            return change.get();
        } finally {
            TURN.unlock();
        }
    }

    private static void await(String intent, JdbcSettings settings) {
        try {
            if (!TURN.tryLock(settings.timeoutSeconds(), TimeUnit.SECONDS)) {
                throw new StoreException("H2 makes one change at a time, and the turn to " + intent
                        + " did not come within " + settings.timeout()
                        + "; nothing changed. Look for who holds rows or connections, or allow more time.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    "Interrupted while waiting for the turn to " + intent + "; nothing changed.", interrupted);
        }
    }
}
