package dev.keystile.benchmark.report;

import dev.keystile.benchmark.token.LibraryName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Runs the benchmarks of JMH that an effort asks for. */
final class Run {

    private static final List<String> FASTEST_PEERS = List.of("KEYSTILE", "LIMIT", "VERTX", "FUSIONAUTH");

    private final Effort effort;
    private final Results results;

    private Run(Effort effort) {
        this.effort = effort;
        this.results = new Results(effort);
    }

    static Results of(Effort effort) throws RunnerException {
        Run run = new Run(effort);
        run.start(effort.options().include("\\.TokenBenchmark\\.").param("library", run.libraries()));
        run.start(effort.options().include("\\.CaaBenchmark\\."));
        run.start(effort.options().include("\\.TokenExchangeBenchmark\\.").include("\\.CaaRequestBenchmark\\."));
        if (effort == Effort.FULL) {
            run.start(effort.options()
                    .include("\\.TokenBenchmark\\.(issue|verify|forged|expired)")
                    .param("library", "KEYSTILE")
                    .threads(2));
            run.start(effort.options()
                    .include("\\.CaaBenchmark\\.")
                    .param("way", "KEYSTILE")
                    .threads(2));
            run.start(effort.options().include("\\.TokenExchangeBenchmark\\.").threads(2));
        }
        return run.results;
    }

    private void start(ChainedOptionsBuilder options) throws RunnerException {
        new Runner(options.build()).run().forEach(results::add);
    }

    private String[] libraries() {
        return Arrays.stream(LibraryName.values())
                .map(LibraryName::name)
                .filter(name -> effort == Effort.FULL || FASTEST_PEERS.contains(name.toUpperCase(Locale.ROOT)))
                .toArray(String[]::new);
    }
}
