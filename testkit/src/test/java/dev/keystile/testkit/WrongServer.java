package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.http.Endpoint;
import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceCheck;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTargetBuilder;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server that is right but for one fault, and says that it is right altogether. */
final class WrongServer {

    private final Household household;
    private final UnaryOperator<Endpoint> fault;

    private WrongServer(Household household, UnaryOperator<Endpoint> fault) {
        this.household = household;
        this.fault = fault;
    }

    /** Whose endpoints are spoilt by {@code fault}. */
    static WrongServer that(UnaryOperator<Endpoint> fault) {
        return new WrongServer(Household.standard(), fault);
    }

    /** Which is set up in another way than it says. */
    static WrongServer setUp(UnaryOperator<CaaKeysBuilder> settings) {
        return new WrongServer(Household.with(settings), endpoint -> endpoint);
    }

    /** Asserts that the check {@code id} finds the fault. */
    void isCaughtBy(String id) throws IOException {
        assertThat(failures(id))
                .as("what %s finds", id)
                .extracting(result -> result.check().id())
                .contains(id);
    }

    /** What fails of the checks whose names begin with one of {@code prefixes}. */
    List<CheckResult> failures(String... prefixes) throws IOException {
        return run(target -> target, check -> Stream.of(prefixes).anyMatch(check.id()::startsWith))
                .failed();
    }

    /** What becomes of the checks that {@code selection} picks, where the server says of itself what {@code claim} adds. */
    ConformanceReport run(UnaryOperator<ConformanceTargetBuilder> claim, Predicate<ConformanceCheck> selection)
            throws IOException {
        try (MountedServer server = MountedServer.start(household.routes(), fault)) {
            ConformanceTargetBuilder target = household.targetAt(server.address(), "");
            return ConformanceSuite.run(claim.apply(target).build(), selection);
        }
    }
}
