package dev.keystile.benchmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the library has promised to be, beside its peers and the limits. */
final class Bounds {

    private static final String OURS = "KEYSTILE";
    private static final String LIMIT = "LIMIT";
    private static final String TOKENS = "TokenBenchmark.";
    private static final String CAA = "CaaBenchmark.";
    private static final String EXCHANGE = "TokenExchangeBenchmark.";
    private static final String REQUEST = "CaaRequestBenchmark.";
    private static final double KIB = 1024;

    private final Results results;
    private final List<Finding> findings = new ArrayList<>();

    private Bounds(Results results) {
        this.results = results;
    }

    static List<Finding> check(Results results, Effort effort) {
        Bounds bounds = new Bounds(results);
        bounds.tokens();
        bounds.caa();
        bounds.requests();
        if (effort == Effort.FULL) {
            Stream.of(
                            TOKENS + "verify",
                            TOKENS + "issue",
                            TOKENS + "forged",
                            TOKENS + "expired",
                            CAA + "sign",
                            CAA + "verify")
                    .forEach(benchmark -> bounds.twoThreads(benchmark, OURS));
            bounds.twoThreads(EXCHANGE + "call", "");
        }
        return bounds.findings;
    }

    private void tokens() {
        beside(2.0, "JWT verify", TOKENS + "verify", fastestPeer(TOKENS + "verify"));
        beside(0.9, "JWT verify", TOKENS + "verify", LIMIT);
        beside(2.0, "JWT issue", TOKENS + "issue", fastestPeer(TOKENS + "issue"));
        beside(4.0, "JWT reject forged", TOKENS + "forged", fastestPeer(TOKENS + "forged"));
        beside(2.5, "JWT reject expired", TOKENS + "expired", fastestPeer(TOKENS + "expired"));
        String peer = fastestPeer(TOKENS + "refresh");
        findings.add(Finding.atLeast(
                2.0,
                "JWT verify, exchange and issue",
                "× " + peer + "'s refresh",
                rate(EXCHANGE + "call", "").over(rate(TOKENS + "refresh", peer))));
        for (String refusal : List.of("forged", "expired")) {
            findings.add(Finding.atLeast(
                    1.0,
                    "JWT reject " + refusal,
                    "× our verify",
                    rate(TOKENS + refusal, OURS).over(rate(TOKENS + "verify", OURS))));
        }
        allocation(1.2 * KIB, "JWT verify", TOKENS + "verify");
    }

    private void caa() {
        beside(0.8, "Caa sign, a million pairs", CAA + "sign", LIMIT);
        beside(0.8, "Caa verify, a million pairs", CAA + "verify", LIMIT);
        beside(2.5, "Caa sign, a million pairs", CAA + "sign", "NAIVE");
        beside(4.0, "Caa verify, a million pairs", CAA + "verify", "NAIVE");
        allocation(0.5 * KIB, "Caa verify", CAA + "verify");
    }

    private void requests() {
        findings.add(Finding.atLeast(
                0.6,
                "Whole request, JWT exchange",
                "× the service's call",
                rate(EXCHANGE + "request", "").over(rate(EXCHANGE + "call", ""))));
        findings.add(Finding.atLeast(
                0.6,
                "Whole request, Caa authenticate",
                "× the service's call",
                rate(REQUEST + "authenticateByRequest", "").over(rate(REQUEST + "authenticateByCall", ""))));
    }

    private void twoThreads(String benchmark, String contestant) {
        findings.add(Finding.atLeast(
                1.85,
                "Two threads, " + benchmark,
                "× one thread",
                results.throughput(benchmark, contestant, 2).over(results.throughput(benchmark, contestant, 1))));
    }

    private void beside(double bound, String work, String benchmark, String contestant) {
        findings.add(Finding.atLeast(
                bound, work, "× " + contestant, rate(benchmark, OURS).over(rate(benchmark, contestant))));
    }

    private void allocation(double bound, String work, String benchmark) {
        findings.add(Finding.atMost(bound, work, "bytes an operation", results.allocation(benchmark, OURS)));
    }

    private Measured rate(String benchmark, String contestant) {
        return results.rate(benchmark, contestant);
    }

    private String fastestPeer(String benchmark) {
        return Stream.of("VERTX", "FUSIONAUTH", "JAVA_JWT", "NIMBUS", "JJWT", "JOSE4J")
                .filter(peer -> results.has(benchmark, peer))
                .max(Comparator.comparingDouble(peer -> rate(benchmark, peer).median()))
                .orElseThrow();
    }
}
