package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaVerifier;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.memory.InMemoryReplayGuard;
import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceCheck;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.ConformanceTargetBuilder;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A right server passes, however it is set up, and what can't be checked is told. */
class ConformanceSuiteTest {

    private static final TestUser DEMO = TestUser.of("13800138000", "keystile", "demo");

    private static ConformanceReport run(Household household, UnaryOperator<ConformanceTargetBuilder> target)
            throws IOException {
        try (MountedServer server = MountedServer.start(household.routes())) {
            return ConformanceSuite.run(
                    target.apply(household.targetAt(server.address(), "")).build());
        }
    }

    @Test
    void aServerWithEverySettingAtItsDefaultPasses() throws IOException {
        assertThat(run(Household.standard(), target -> target).failed()).isEmpty();
    }

    @Test
    void aServerWithAGraceWindowPasses() throws IOException {
        Duration window = Duration.ofSeconds(60);
        Household household = Household.with(ExchangePolicy.strict().withGraceWindow(window));
        assertThat(run(household, target -> target.graceWindow(window)).failed())
                .isEmpty();
    }

    @Test
    void aServerWithEverythingElseTurnedOnPasses() throws IOException {
        Duration minute = Duration.ofMinutes(1);
        Household household = Household.with(keys -> keys.loginPolicy(LoginPolicy.independent(3))
                .replayGuard(new InMemoryReplayGuard())
                .lifetime(Duration.ofHours(1))
                .verifier(CaaVerifier.standard().alsoAcceptingLegacyDigest().within(minute)));
        ConformanceReport report = run(
                household,
                target -> target.with(Trait.PAIR_PER_LOGIN)
                        .with(Trait.REPLAY_GUARD)
                        .with(Trait.LEGACY_DIGEST)
                        .keyLifetime(Duration.ofHours(1))
                        .signatureWindow(minute));
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void aServerThatMountsBelowAPrefixPasses() throws IOException {
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes().under("/v2"))) {
            ConformanceTarget target =
                    household.targetAt(server.address(), "/v2").under("/v2").build();
            assertThat(ConformanceSuite.run(target).failed()).isEmpty();
        }
    }

    @Test
    void aServerOfOneContractPassesAndIsToldWhatWasNotTried() throws IOException {
        try (MountedServer server = MountedServer.start(Household.standard().routes())) {
            ConformanceReport report = ConformanceSuite.run(ConformanceTarget.at(server.address(), DEMO)
                    .mounting(EnumSet.of(Operation.BEARER_LOGIN, Operation.BEARER_REFRESH))
                    .build());
            assertThat(report.failed()).isEmpty();
            assertThat(report.passed()).hasSizeGreaterThan(100);
            assertThat(report.notRun())
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.explanation()).isNotBlank());
        }
    }

    @Test
    void everyCheckIsInTheReportWhateverBecameOfIt() throws IOException {
        ConformanceReport report =
                run(Household.standard(), target -> target.mounting(EnumSet.of(Operation.CAA_LOGOUT)));
        assertThat(report.results())
                .extracting(CheckResult::check)
                .containsExactlyElementsOf(ConformanceSuite.checks());
    }

    @Test
    void noTwoChecksHaveOneName() {
        assertThat(ConformanceSuite.checks()).extracting(ConformanceCheck::id).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatIsNotThereFailsEveryCheckThatAsksIt() throws IOException {
        MountedServer gone = MountedServer.start(Household.standard().routes());
        gone.close();
        ConformanceReport report = ConformanceSuite.run(
                ConformanceTarget.at(gone.address(), DEMO).build(),
                check -> check.id().startsWith("login.mobile."));
        assertThat(report.failed()).hasSameSizeAs(report.results()).isNotEmpty();
    }
}
