package dev.keystile.benchmark.report;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, by benchmark, contestant and number of threads. */
final class Results {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS_IN_A_SECOND = 1e9;

    private final boolean byProcessorTime;
    private final Map<String, RunResult> runs = new HashMap<>();

    Results(Effort effort) {
        this.byProcessorTime = effort == Effort.QUICK;
    }

    void add(RunResult run) {
        BenchmarkParams params = run.getParams();
        String contestant = params.getParamsKeys().stream()
                .map(params::getParam)
                .findFirst()
                .orElse("");
        String name = params.getBenchmark().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", "");
        runs.put(key(name, contestant, params.getThreads()), run);
    }

    boolean has(String benchmark, String contestant) {
        return runs.containsKey(key(benchmark, contestant, 1));
    }

    /** Operations in a second: of processor time or, where nobody else is on the machine, of time. */
    Measured rate(String benchmark, String contestant) {
        RunResult run = run(benchmark, contestant, 1);
        return byProcessorTime
                ? Measured.of(run.getSecondaryResults().get(CpuTimeProfiler.CPU_TIME))
                        .inverse(NANOS_IN_A_SECOND)
                : throughput(benchmark, contestant, 1);
    }

    /** Operations in a second by the clock on the wall. */
    Measured throughput(String benchmark, String contestant, int threads) {
        return Measured.of(run(benchmark, contestant, threads).getPrimaryResult());
    }

    /** Bytes of garbage for an operation. */
    Measured allocation(String benchmark, String contestant) {
        return Measured.of(run(benchmark, contestant, 1).getSecondaryResults().get(ALLOCATION));
    }

    private RunResult run(String benchmark, String contestant, int threads) {
        RunResult run = runs.get(key(benchmark, contestant, threads));
        if (run == null) {
            throw new IllegalArgumentException("Nothing ran as " + key(benchmark, contestant, threads) + ".");
        }
        return run;
    }

    private static String key(String benchmark, String contestant, int threads) {
        return benchmark + " " + contestant + " " + threads;
    }
}
