package dev.keystile.store.contract.history;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs contestants at once, each on a thread of its own. The threads are kept from race to race, until {@link #close}. */
public final class Race implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A race course without runners. */
    public Race() {}

    /**
     * Runs {@code contestants} and returns when all have finished. None starts before all are awake.
     *
     * @throws AssertionError if one of them threw anything; what was thrown is its cause
     */
    public void run(List<? extends Runnable> contestants) {
        AtomicInteger missing = new AtomicInteger(contestants.size());
        List<? extends Future<?>> runs = contestants.stream()
                .map(contestant -> threads.submit(() -> {
                    awaitOthers(missing);
                    contestant.run();
                }))
                .toList();
        runs.forEach(Race::awaitEnd);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Spins: a thread that had to be woken would start when the others have finished. */
    @SuppressWarnings("ThreadPriorityCheck") // there may be more threads than processors, and each has to get here
    private static void awaitOthers(AtomicInteger missing) {
        missing.decrementAndGet();
        while (missing.get() > 0) {
            Thread.yield();
        }
    }

    private static void awaitEnd(Future<?> run) {
        try {
            run.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("A contestant failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The race was interrupted.", interrupted);
        }
    }
}
