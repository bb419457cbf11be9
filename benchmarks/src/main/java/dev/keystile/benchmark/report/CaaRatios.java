package dev.keystile.benchmark.report;

import dev.keystile.benchmark.caa.CaaWayName;
import dev.keystile.benchmark.turns.Contestant;
import dev.keystile.benchmark.turns.Scores;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Caa signatures of a million pairs, beside bare JCA and the naive way. */
final class CaaRatios implements Measurement {

    private static final String OURS = CaaWayName.KEYSTILE.name();
    private static final String LIMIT = CaaWayName.LIMIT.name();
    private static final String NAIVE = CaaWayName.NAIVE.name();
    private static final double KIB = 1024;

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        Scores sign = besideOthers(effort, "sign");
        Scores verify = besideOthers(effort, "verify");
        return List.of(
                Finding.beside(0.8, "Caa sign, a million pairs", sign, OURS, LIMIT),
                Finding.beside(2.5, "Caa sign, a million pairs", sign, OURS, NAIVE),
                Finding.beside(0.8, "Caa verify, a million pairs", verify, OURS, LIMIT),
                Finding.beside(4, "Caa verify, a million pairs", verify, OURS, NAIVE),
                Finding.atMost(
                        0.5 * KIB,
                        "Caa verify",
                        "bytes an operation",
                        Measured.of(verify.of(OURS).allocation())));
    }

    private static Scores besideOthers(Effort effort, String work) throws IOException, InterruptedException {
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (CaaWayName way : CaaWayName.values()) {
            contestants.put(way.name(), Contestant.of("CaaBenchmark." + work).with("way", way.name()));
        }
        return effort.match().between(contestants);
    }
}
