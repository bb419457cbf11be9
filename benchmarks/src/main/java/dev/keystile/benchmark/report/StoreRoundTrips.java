package dev.keystile.benchmark.report;

import dev.keystile.benchmark.store.StoreContests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What the JDBC and the Redis store reach of the bare round trip, with the same driver, pool and engine. */
final class StoreRoundTrips implements Measurement {

    private static final double BOUND = 0.8;
    private static final int ROUNDS_OF_QUICK = 12;
    private static final int ROUNDS_OF_FULL = 60;
    private static final Duration TURN = Duration.ofMillis(60);

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        int rounds = effort == Effort.QUICK ? ROUNDS_OF_QUICK : ROUNDS_OF_FULL;
        return StoreContests.run(rounds, TURN).stream()
                .map(StoreRoundTrips::finding)
                .toList();
    }

    private static Finding finding(StoreContests.Line line) {
        Measured measured = new Measured(
                line.ratio().median(), line.ratio().low(), line.ratio().high());
        return Finding.atLeast(BOUND, line.work(), "× the bare round trip", measured);
    }
}
