package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.ConformanceTargetBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite catches a server that isn't set up as it says. */
class SettingsBiteTest {

    private static ConformanceReport run(WrongServer server, String id, UnaryOperator<ConformanceTargetBuilder> claim)
            throws IOException {
        return server.run(claim, check -> check.id().equals(id));
    }

    @ParameterizedTest
    @CsvSource({
        "LEGACY_DIGEST, caa.algorithm.sha1-digest.on",
        "REPLAY_GUARD, caa.replay.on",
        "PAIR_PER_LOGIN, login.pair-per-login",
        "TEXT_SUBJECT, tokens.claims.sub-text"
    })
    void aSettingThatIsOff(Trait trait, String id) throws IOException {
        WrongServer server = WrongServer.that(endpoint -> endpoint);
        assertThat(run(server, id, target -> target.with(trait)).failed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refresh-keys.spent.grace",
                "refresh-token.spent.grace.twice",
                "refresh-keys.race.grace",
                "tokens.refresh.spent.grace",
                "tokens.refresh-by-header.race.grace",
                "bearer.refresh.race.grace"
            })
    void aGraceWindowThatThereIsNot(String id) throws IOException {
        WrongServer server = WrongServer.that(endpoint -> endpoint);
        assertThat(run(server, id, SettingsBiteTest::withGrace).failed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "refresh-keys.spent.grace.exchanged, /api/user/refresh-keys",
        "refresh-token.spent.grace.revoked, /api/my/refresh-token",
        "tokens.refresh.spent.grace.exchanged, /tokens/",
        "bearer.refresh.spent.grace.exchanged, /user/refresh"
    })
    void aGraceWindowThatDoesNotEnd(String id, String path) throws IOException {
        WrongServer server = WrongServer.that(Tampering.lastSuccessAgain(path));
        assertThat(run(server, id, SettingsBiteTest::withGrace).failed()).hasSize(1);
    }

    @Test
    void aLifetimeThatIsShorter() throws IOException {
        WrongServer server = WrongServer.that(endpoint -> endpoint);
        ConformanceReport report =
                run(server, "login.grant.lifetime", target -> target.keyLifetime(Duration.ofHours(1)));
        assertThat(report.failed()).hasSize(1);
    }

    private static ConformanceTargetBuilder withGrace(ConformanceTargetBuilder target) {
        return target.graceWindow(Duration.ofSeconds(60));
    }
}
