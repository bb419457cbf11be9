package dev.keystile.benchmark.report;

import dev.keystile.benchmark.token.LibraryName;
import dev.keystile.benchmark.turns.Contestant;
import dev.keystile.benchmark.turns.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens beside what a user would pick instead, and beside what the JDK alone takes. */
final class TokenRatios implements Measurement {

    private static final Set<LibraryName> FASTEST_PEERS = EnumSet.of(LibraryName.VERTX, LibraryName.FUSIONAUTH);
    private static final Set<LibraryName> PEERS =
            EnumSet.complementOf(EnumSet.of(LibraryName.KEYSTILE, LibraryName.LIMIT, LibraryName.CEILING));

    private static final String OURS = LibraryName.KEYSTILE.name();
    private static final String LIMIT = LibraryName.LIMIT.name();
    private static final String ACCEPTED = "our verify";
    private static final String CALL = "the service's call";
    private static final String REQUEST = "the request";
    private static final double KIB = 1024;

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(verify(effort));
        findings.addAll(issue(effort));
        findings.addAll(refuse(effort, "forged", 4));
        findings.addAll(refuse(effort, "expired", 2.5));
        findings.addAll(exchange(effort));
        return findings;
    }

    private static List<Finding> verify(Effort effort) throws IOException, InterruptedException {
        Scores scores = besidePeers(effort, "verify", Map.of(OURS, ours("verify"), LIMIT, of(LIMIT, "verify")));
        return List.of(
                Finding.beside(2, "JWT verify", scores, OURS, fastestPeer(effort, scores)),
                Finding.beside(0.9, "JWT verify", scores, OURS, LIMIT),
                Finding.atMost(
                        1.2 * KIB,
                        "JWT verify",
                        "bytes an operation",
                        Measured.of(scores.of(OURS).allocation())));
    }

    private static List<Finding> issue(Effort effort) throws IOException, InterruptedException {
        Scores scores = besidePeers(effort, "issue", Map.of(OURS, ours("issue")));
        return List.of(Finding.beside(2, "JWT issue", scores, OURS, fastestPeer(effort, scores)));
    }

    private static List<Finding> refuse(Effort effort, String why, double bound)
            throws IOException, InterruptedException {
        Scores scores = besidePeers(effort, why, Map.of(OURS, ours(why), ACCEPTED, ours("verify")));
        return List.of(
                Finding.beside(bound, "JWT reject " + why, scores, OURS, fastestPeer(effort, scores)),
                Finding.beside(1, "JWT reject " + why, scores, OURS, ACCEPTED));
    }

    private static List<Finding> exchange(Effort effort) throws IOException, InterruptedException {
        Scores scores = besidePeers(
                effort,
                "refresh",
                Map.of(
                        CALL, Contestant.of("TokenExchangeBenchmark.call"),
                        REQUEST, Contestant.of("TokenExchangeBenchmark.request")));
        return List.of(
                Finding.beside(2, "JWT verify, exchange and issue", scores, CALL, fastestPeer(effort, scores)),
                Finding.beside(0.6, "Whole request, JWT exchange", scores, REQUEST, CALL));
    }

    private static Scores besidePeers(Effort effort, String work, Map<String, Contestant> ours)
            throws IOException, InterruptedException {
        Map<String, Contestant> contestants = new LinkedHashMap<>(ours);
        peers(effort).forEach(peer -> contestants.put(peer.name(), of(peer.name(), work)));
        return effort.match().between(contestants);
    }

    private static String fastestPeer(Effort effort, Scores scores) {
        return peers(effort).stream()
                .map(LibraryName::name)
                .max(Comparator.comparingDouble(peer -> scores.of(peer).rate().median()))
                .orElseThrow();
    }

    private static Set<LibraryName> peers(Effort effort) {
        return effort == Effort.FULL ? PEERS : FASTEST_PEERS;
    }

    private static Contestant ours(String work) {
        return of(OURS, work);
    }

    private static Contestant of(String library, String work) {
        return Contestant.of("TokenBenchmark." + work).with("library", library);
    }
}
