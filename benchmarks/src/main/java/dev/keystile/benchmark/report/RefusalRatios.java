package dev.keystile.benchmark.report;

import dev.keystile.benchmark.service.RefusalBenchmark.Header;
import dev.keystile.benchmark.turns.Contestant;
import dev.keystile.benchmark.turns.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** That a refusal never costs more than an acceptance, however deep in calls the caller is: no exception, no stack trace. */
final class RefusalRatios implements Measurement {

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (String depth : effort == Effort.FULL ? List.of("10", "100", "1000") : List.of("1000")) {
            findings.addAll(ofHeaders(depth, effort));
            findings.add(ofTokens(depth, effort));
        }
        return findings;
    }

    private static List<Finding> ofHeaders(String depth, Effort effort) throws IOException, InterruptedException {
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (Header header : Header.values()) {
            contestants.put(
                    header.name(),
                    Contestant.of("RefusalBenchmark.authenticate")
                            .with("depth", depth)
                            .with("header", header.name()));
        }
        Scores scores = effort.match().between(contestants);
        List<Finding> findings = new ArrayList<>();
        for (Header refused : List.of(Header.FORGED, Header.UNKNOWN, Header.EXPIRED)) {
            findings.add(Finding.beside(
                    1,
                    "Caa refusal, " + refused + ", " + depth + " calls deep",
                    scores,
                    refused.name(),
                    Header.GOOD.name()));
        }
        return findings;
    }

    private static Finding ofTokens(String depth, Effort effort) throws IOException, InterruptedException {
        Scores scores = effort.match()
                .between(Map.of(
                        "forged", Contestant.of("DepthBenchmark.forged").with("frames", depth),
                        "verify", Contestant.of("DepthBenchmark.verify").with("frames", depth)));
        return Finding.beside(1, "JWT refusal, FORGED, " + depth + " calls deep", scores, "forged", "verify");
    }
}
