package dev.keystile.store.contract.token;

import dev.keystile.store.token.TokenLedger;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link TokenLedger} promises, as tests. Extend it, say how your ledger is made, and run it:
 *
 * <pre>{@code
 * class MyLedgerTest extends TokenLedgerContract {
 *     @Override
 *     protected TokenLedger newLedger() {
 *         return new MyLedger(database);
 *     }
 * }
 * }</pre>
 *
 * <p>Every test has users of its own, so the engine behind the ledger may be shared and need not be cleaned; what other tests left
 * there does no harm. Times begin in November 2023 and are handed to the ledger, which must not look at a clock.
 *
 * <p>Races run on {@link #threads} threads, {@link #rounds} times. Every call of a race is recorded, and the history of each login
 * is searched for an order in which every call is one instant and all answers are right; a failure prints the history.
 */
public abstract class TokenLedgerContract
        implements SpendingChapter,
                GraceChapter,
                ReuseChapter,
                LogoutChapter,
                MarkChapter,
                IsolationChapter,
                ModelChapter,
                RacingChapter {

    private LedgerDriver driver;

    /** For tests that extend the contract. */
    protected TokenLedgerContract() {}

    /** The ledger to test. Called before every test; it may be a new one every time, or one for all. */
    protected abstract TokenLedger newLedger();

    /**
     * Another node that serves the same tokens as {@code ledger}: half of the threads of a race call it. The same ledger again,
     * unless overridden.
     */
    protected TokenLedger anotherNodeOf(TokenLedger ledger) {
        return ledger;
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
    final void makeLedger() {
        TokenLedger ledger = newLedger();
        driver = new LedgerDriver(ledger, anotherNodeOf(ledger), rounds(), threads(), seed());
    }

    /** For the chapters of the contract alone. */
    @Override
    @SuppressWarnings("exports")
    public final LedgerDriver driver() {
        return driver;
    }
}
