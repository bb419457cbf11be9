package dev.keystile.store.contract;

import dev.keystile.store.CredentialStore;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link CredentialStore} promises, as tests. Extend it, say how your store is made, and run it:
 *
 * <pre>{@code
 * class MyStoreTest extends CredentialStoreContract {
 *     @Override
 *     protected CredentialStore newStore() {
 *         return new MyStore(database);
 *     }
 * }
 * }</pre>
 *
 * <p>Every test has users of its own, so the engine behind the store may be shared and need not be cleaned; what other tests
 * left there does no harm. Times begin in November 2023 and are handed to the store, which must not look at a clock.
 *
 * <p>Races run on {@link #threads} threads, {@link #rounds} times. Every call of a race is recorded, and the history of each
 * user is searched for an order in which every call is one instant and all answers are right; a failure prints the history.
 */
public abstract class CredentialStoreContract
        implements FindingChapter,
                IssuingChapter,
                ExchangingChapter,
                GraceChapter,
                ReuseChapter,
                RevokingChapter,
                IsolationChapter,
                ModelChapter,
                RacingChapter {

    private StoreDriver driver;

    /** For tests that extend the contract. */
    protected CredentialStoreContract() {}

    /** The store to test. Called before every test; it may be a new one every time, or one for all. */
    protected abstract CredentialStore newStore();

    /**
     * Another node that serves the same credentials as {@code store}: half of the threads of a race call it. The same store
     * again, unless overridden.
     */
    protected CredentialStore anotherNodeOf(CredentialStore store) {
        return store;
    }

    /** How often each race runs, and how many random sequences are played. 200; where a call takes milliseconds, 20 will do. */
    protected int rounds() {
        return 200;
    }

    /** How many threads race, 16. At least 4. */
    protected int threads() {
        return 16;
    }

    /**
     * What the random sequences are drawn from. A new one in every run, unless the system property
     * {@code keystile.contract.seed} has the one that a failure printed.
     */
    protected long seed() {
        return Long.getLong("keystile.contract.seed", new SecureRandom().nextInt());
    }

    @BeforeEach
    final void makeStore() {
        CredentialStore store = newStore();
        driver = new StoreDriver(store, anotherNodeOf(store), rounds(), threads(), seed());
    }

    /** For the chapters of the contract alone. */
    @Override
    @SuppressWarnings("exports")
    public final StoreDriver driver() {
        return driver;
    }
}
