package dev.keystile.benchmark.report;

import dev.keystile.benchmark.caa.CaaWayName;
import dev.keystile.benchmark.service.Work;
import dev.keystile.benchmark.token.LibraryName;
import dev.keystile.benchmark.turns.Contestant;
import dev.keystile.benchmark.turns.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That two threads do nearly twice as much as one, be they the platform's or a virtual one for each request. */
final class ThreadRatios implements Measurement {

    private static final double BOUND = 1.85;
    private static final String ONE = "one";
    private static final String TWO = "two";

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Contestant> work : platform(effort).entrySet()) {
            Scores scores = effort.match()
                    .between(Map.of(ONE, work.getValue(), TWO, work.getValue().threads(2)));
            findings.add(Finding.atLeast(
                    BOUND, "Two threads, " + work.getKey(), "× one thread", Measured.of(scores.ratio(TWO, ONE))));
        }
        Optional<String> java = Jdk25.launcher();
        if (java.isEmpty()) {
            Jdk25.shoutThatItIsMissing();
            return findings;
        }
        for (Work work : effort == Effort.FULL ? List.of(Work.values()) : List.of(Work.CAA_VERIFY)) {
            Scores scores = effort.match()
                    .between(Map.of(ONE, virtual(work, java.get(), 1), TWO, virtual(work, java.get(), 2)));
            findings.add(Finding.atLeast(
                    BOUND,
                    "JDK 25, a virtual thread a request, two carriers, " + work,
                    "× one carrier",
                    Measured.of(scores.ratio(TWO, ONE))));
        }
        return findings;
    }

    private static Map<String, Contestant> platform(Effort effort) {
        Map<String, Contestant> works = new LinkedHashMap<>();
        List<String> tokens =
                effort == Effort.FULL ? List.of("verify", "issue", "forged", "expired", "refresh") : List.of("verify");
        for (String work : tokens) {
            works.put(
                    "JWT " + work,
                    Contestant.of("TokenBenchmark." + work).with("library", LibraryName.KEYSTILE.name()));
        }
        for (String work : effort == Effort.FULL ? List.of("sign", "verify") : List.of("verify")) {
            works.put("Caa " + work, Contestant.of("CaaBenchmark." + work).with("way", CaaWayName.KEYSTILE.name()));
        }
        if (effort == Effort.FULL) {
            works.put("JWT verify, exchange and issue", Contestant.of("TokenExchangeBenchmark.call"));
            works.put("Whole request, Caa authenticate", Contestant.of("CaaRequestBenchmark.authenticateByRequest"));
            works.put("Whole request, Caa refresh", Contestant.of("CaaRequestBenchmark.refreshByRequest"));
        }
        return works;
    }

    private static Contestant virtual(Work work, String java, int carriers) {
        return Contestant.of("VirtualThreadBenchmark.handle")
                .with("work", work.name())
                .on(
                        java,
                        "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                        "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers);
    }
}
