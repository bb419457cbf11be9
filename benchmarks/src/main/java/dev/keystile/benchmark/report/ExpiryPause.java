package dev.keystile.benchmark.report;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.StoredCredential;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The longest that any request takes while a million pairs that expired at once are let go of. */
final class ExpiryPause implements Measurement {

    private static final int EXPIRED = 1_000_000;
    private static final double BOUND_MILLIS = 5;

    @Override
    public List<Finding> take(Effort effort) {
        FilledStore filled = new FilledStore(EXPIRED);
        long later = FilledStore.NOW + FilledStore.LIFETIME_MILLIS;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long longest = 0;
        for (int login = 0; login < EXPIRED / 8; login++) {
            StoredCredential candidate = FilledStore.credential(20_000_000 + login, later);
            long begun = threads.getCurrentThreadCpuTime();
            filled.store.issue(candidate, LoginPolicy.reuse(), later);
            filled.store.find(candidate.lookup(), later);
            longest = Math.max(longest, threads.getCurrentThreadCpuTime() - begun);
        }
        return List.of(Finding.atMost(
                BOUND_MILLIS,
                "Longest login and look-up while a million pairs expire",
                "ms of processor time",
                Measured.exactly(longest / 1e6)));
    }
}
