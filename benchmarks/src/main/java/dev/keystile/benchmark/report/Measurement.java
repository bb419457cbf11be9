package dev.keystile.benchmark.report;

import java.io.IOException;
import java.util.List;

/** Something that JMH has no form for. */
interface Measurement {

    /** Measures, as thoroughly as {@code effort} asks for. */
    List<Finding> take(Effort effort) throws IOException, InterruptedException;

    static List<Measurement> all() {
        return List.of(
                new StoreMemory(),
                new StoreGrowth(),
                new ExpiryPause(),
                new StartUp(),
                new LoginShare(),
                new StoreRoundTrips());
    }
}
