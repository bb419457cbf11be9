package dev.keystile.benchmark.report;

import java.io.IOException;
import java.util.List;

/** Some of what is measured. */
interface Measurement {

    /** Measures, as thoroughly as {@code effort} asks for. */
    List<Finding> take(Effort effort) throws IOException, InterruptedException;
}
