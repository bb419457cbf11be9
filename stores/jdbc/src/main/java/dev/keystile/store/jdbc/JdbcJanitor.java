package dev.keystile.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps out what nobody can ask for any more: expired and forgotten credentials, spent tokens and revocations that nothing
 * could be presented against, uses and counts of failed logins that are due. In small batches, each a transaction of its own, so that no request waits for
 * it. Nothing depends on it but the size of the tables: what is due answers nothing, swept or not.
 *
 * <p>A janitor whose clock is wrong does no harm. What is due by its clock has to be so by the database's as well, or it would log
 * users out who are ahead of their expiry. And what speaks against somebody is kept longer than it counts, or a node whose clock is
 * behind would let pass what all others refuse: spent tokens and revocations a day, uses and failed logins, of which there are many, an hour.
 *
 * <p>It does nothing unless told: call {@link #purge} from a scheduler of your own, or {@link #start} a thread. Any number of
 * nodes may sweep at once.
 */
public final class JdbcJanitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJanitor.class);
    private static final int BATCH = 1000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final List<StatementName> PURGES = List.of(
            StatementName.PURGE_CREDENTIALS,
            StatementName.PURGE_SEALED_TOKENS,
            StatementName.PURGE_SPENT_TOKENS,
            StatementName.PURGE_TOKEN_FAMILIES,
            StatementName.PURGE_TOKEN_MARKS,
            StatementName.PURGE_USES,
            StatementName.PURGE_ATTEMPTS);

    private final Database database;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A janitor of the database behind {@code dataSource}, with {@link JdbcSettings#defaults()}, at rest.
     *
     * @throws IllegalStateException if the database has not the tables, or forgets what it has answered; the message says what to
     *     do
     */
    public JdbcJanitor(DataSource dataSource) {
        this(dataSource, JdbcSettings.defaults());
    }

    /** As {@link #JdbcJanitor(DataSource)}, with {@code settings}. */
    public JdbcJanitor(DataSource dataSource, JdbcSettings settings) {
        this.database = Database.checked(dataSource, settings);
    }

    /**
     * Sweeps once: one batch of each table, of at most {@code maxRows} rows.
     *
     * @return how many rows were swept; less than {@code maxRows} means that no table had more
     * @throws dev.keystile.store.StoreException if the database can't; what was swept by then is gone
     */
    public int purge(long nowMillis, int maxRows) {
        long agreedMillis = Math.min(nowMillis, databaseMillis());
        Parameters batch = new Parameters()
                .with("now", agreedMillis)
                .with("hour_ago", Math.subtractExact(agreedMillis, HOUR))
                .with("day_ago", Math.subtractExact(agreedMillis, DAY))
                .with("rows", maxRows);
        return PURGES.stream()
                .mapToInt(purge -> database.byStatement("purge", session -> session.update(purge, batch)))
                .sum();
    }

    /**
     * Starts a daemon thread that sweeps, now and after every {@code pause}, until nothing is due. A sweep that fails is logged,
     * and the next one tries again.
     *
     * @return this janitor, to be closed when the stores are
     */
    public JdbcJanitor start(Duration pause, Clock clock) {
        Thread thread = new Thread(() -> sweepUntilClosed(pause, clock), "keystile-jdbc-janitor");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Lets the thread end, after the batch that is under way. */
    @Override
    public void close() {
        closed.countDown();
    }

    private long databaseMillis() {
        return database.reading(
                        "tell the time",
                        session ->
                                session.find(StatementName.CLOCK, new Parameters(), row -> row.getLong("now_millis")))
                .orElseThrow();
    }

    private void sweepUntilClosed(Duration pause, Clock clock) {
        try {
            do {
                sweep(clock);
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(Clock clock) {
        try {
            while (closed.getCount() > 0 && purge(clock.millis(), BATCH) >= BATCH) {
                LOG.debug("A whole batch was due, so there may be more");
            }
        } catch (RuntimeException failure) { // of the store, and of a pool or a driver: the next sweep may do better
            LOG.warn("The tables could not be swept", failure);
        }
    }
}
