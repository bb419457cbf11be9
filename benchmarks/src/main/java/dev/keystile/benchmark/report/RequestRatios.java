package dev.keystile.benchmark.report;

import dev.keystile.benchmark.turns.Contestant;
import dev.keystile.benchmark.turns.Scores;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Whole requests through the endpoint, JSON included, beside the service's call that they make. */
final class RequestRatios implements Measurement {

    private static final double BOUND = 0.6;
    private static final String CALL = "the service's call";
    private static final String REQUEST = "the request";

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        return List.of(beside(effort, "authenticate"), beside(effort, "refresh"));
    }

    private static Finding beside(Effort effort, String work) throws IOException, InterruptedException {
        Scores scores = effort.match()
                .between(Map.of(
                        CALL, Contestant.of("CaaRequestBenchmark." + work + "ByCall"),
                        REQUEST, Contestant.of("CaaRequestBenchmark." + work + "ByRequest")));
        return Finding.beside(BOUND, "Whole request, Caa " + work, scores, REQUEST, CALL);
    }
}
