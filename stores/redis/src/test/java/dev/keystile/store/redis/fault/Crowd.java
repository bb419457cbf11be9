package dev.keystile.store.redis.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.token.TokenLedger;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Customers who keep a server busy, each on a thread of its own. */
final class Crowd implements AutoCloseable {

    private static final int SIZE = 8;
    private static final int REFRESHES_TO_SEE = 400;

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Semaphore refreshes = new Semaphore(0);
    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
    private final List<Customer> customers;
    private final List<? extends Future<?>> runs;

    Crowd(CredentialStore store, TokenLedger ledger) {
        this.customers = IntStream.range(0, SIZE)
                .mapToObj(number -> new Customer(store, ledger, open::get, refreshes::release))
                .toList();
        this.runs = customers.stream().map(threads::submit).toList();
    }

    /** Waits until the crowd has refreshed a few hundred times from now on. */
    void awaitRefreshes() throws InterruptedException {
        refreshes.drainPermits();
        assertThat(refreshes.tryAcquire(REFRESHES_TO_SEE, 1, TimeUnit.MINUTES))
                .as("that refreshes go on")
                .isTrue();
    }

    /** Sends everybody home, once they have logged out; whatever they were told must be true. */
    void goHome() throws Exception {
        open.set(false);
        for (Future<?> run : runs) {
            run.get(1, TimeUnit.MINUTES);
        }
        customers.forEach(Customer::assertNothingIsUndone);
    }

    /** How many calls got no answer. */
    int unanswered() {
        return customers.stream().mapToInt(Customer::unanswered).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
