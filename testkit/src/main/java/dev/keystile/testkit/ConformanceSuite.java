package dev.keystile.testkit;

import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceCheck;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.caa.CaaChecks;
import dev.keystile.testkit.conformance.http.HttpChecks;
import dev.keystile.testkit.conformance.jwt.JwtChecks;
import dev.keystile.testkit.conformance.probe.Check;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks a server against the contracts, over real HTTP and from outside. It logs in as the target's user and refreshes and
 * logs out that user's pairs, so give it a user of its own, and a password hash that is quick where the time matters.
 *
 * <p>{@code ConformanceSuite.run(target).assertNoFailures()} is a test. With JUnit, each check becomes a test of its own, and what
 * was not run shows as skipped, with the reason, by
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theContractsHold() {
 *     return ConformanceSuite.run(target).results().stream()
 *             .map(result -> DynamicTest.dynamicTest(result.check().id(), () -> {
 *                 Assumptions.assumeTrue(result.wasRun(), result.explanation());
 *                 result.assertNotFailed();
 *             }));
 * }
 * }</pre>
 */
public final class ConformanceSuite {

    private static final List<Check> CHECKS = Stream.of(
                    CaaChecks.all(), JwtChecks.all(), HttpChecks.all(), HttpChecks.afterwards())
            .flatMap(List::stream)
            .toList();

    private ConformanceSuite() {}

    /** Every check that there is, in the order in which they are run. */
    public static List<ConformanceCheck> checks() {
        return CHECKS.stream().map(Check::about).toList();
    }

    /** Runs every check against {@code target}, one after another. */
    public static ConformanceReport run(ConformanceTarget target) {
        return run(target, check -> true);
    }

    /** Runs the checks that {@code selection} picks against {@code target}, one after another. */
    public static ConformanceReport run(ConformanceTarget target, Predicate<ConformanceCheck> selection) {
        return run(target, selection, result -> {});
    }

    /** As {@link #run(ConformanceTarget, Predicate)}, telling {@code progress} of each check as soon as it is over. */
    public static ConformanceReport run(
            ConformanceTarget target, Predicate<ConformanceCheck> selection, Consumer<CheckResult> progress) {
        return run(new Probe(target, (request, response) -> {}), target, selection, progress);
    }

    /**
     * Runs every check against {@code target}, one after another, and shows {@code witness} what was asked and what was answered:
     * for whoever describes the contracts in a document of their own and wants to know whether it is right. Answers that the
     * contracts leave to the server are not shown: those to requests that are broken as HTTP or longer than anybody reads, and
     * those on paths that are merely near a known one. Several threads may call {@code witness} at once, and what it sees holds
     * credentials.
     */
    public static ConformanceReport run(ConformanceTarget target, BiConsumer<WireRequest, WireResponse> witness) {
        return run(new Probe(target, witness), target, check -> true, result -> {});
    }

    private static ConformanceReport run(
            Probe probe,
            ConformanceTarget target,
            Predicate<ConformanceCheck> selection,
            Consumer<CheckResult> progress) {
        List<CheckResult> results = CHECKS.stream()
                .filter(check -> selection.test(check.about()))
                .map(check -> check.perform(probe))
                .peek(progress)
                .toList();
        return new ConformanceReport(target.name(), results);
    }
}
