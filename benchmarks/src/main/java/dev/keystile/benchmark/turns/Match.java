package dev.keystile.benchmark.turns;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Contestants in JVMs of their own, all of which are there at the same time while one of them works: by turns of some hundredths of a
 * second, in the same order each time. What else the machine does in the meantime slows neighbours alike, so that of each two
 * neighbouring turns the ratio says more than the rates.
 */
public final class Match {

    private final int bouts;
    private final int warmups;
    private final int turns;
    private final Duration turn;

    /**
     * @param bouts how many times everything is done in fresh JVMs
     * @param warmups how many turns to each don't count
     * @param turns how many do
     * @param turn how long each is
     */
    public Match(int bouts, int warmups, int turns, Duration turn) {
        this.bouts = bouts;
        this.warmups = warmups;
        this.turns = turns;
        this.turn = turn;
    }

    /** What each of {@code contestants}, by its name, reached beside the others. */
    public Scores between(Map<String, Contestant> contestants) throws IOException, InterruptedException {
        Scores scores = new Scores(contestants.keySet());
        for (int bout = 0; bout < bouts; bout++) {
            bout(contestants, scores);
        }
        return scores;
    }

    private void bout(Map<String, Contestant> contestants, Scores scores) throws IOException, InterruptedException {
        ExecutorService runners = Executors.newFixedThreadPool(contestants.size());
        try (TurnKeeper keeper = new TurnKeeper()) {
            Map<String, Future<Collection<RunResult>>> runs = new LinkedHashMap<>();
            contestants.forEach((name, contestant) ->
                    runs.put(name, runners.submit(() -> new Runner(options(contestant, keeper.port())).run())));
            keeper.serve(contestants.size());
            for (Map.Entry<String, Future<Collection<RunResult>>> run : runs.entrySet()) {
                run.getValue().get().stream()
                        .flatMap(result -> result.getBenchmarkResults().stream())
                        .flatMap(result -> result.getIterationResults().stream())
                        .forEach(scores.of(run.getKey())::add);
            }
        } catch (ExecutionException failure) {
            throw new IOException("One of " + contestants.keySet() + " failed, so nothing was measured.", failure);
        } finally {
            runners.shutdownNow();
        }
    }

    private Options options(Contestant contestant, int port) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(turn.toMillis()))
                .measurementIterations(turns)
                .measurementTime(TimeValue.milliseconds(turn.toMillis()))
                .addProfiler(GCProfiler.class)
                .addProfiler(TakesTurns.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs(Stream.concat(
                                Stream.of((System.getProperty("gcargs", "-Xms1500m -Xmx1500m -XX:+AlwaysPreTouch")
                                                + " -D" + TakesTurns.PORT + "=" + port)
                                        .split(" ")),
                                contestant.jvmArguments().stream())
                        .toArray(String[]::new));
        contestant.describe(options);
        return options.build();
    }
}
