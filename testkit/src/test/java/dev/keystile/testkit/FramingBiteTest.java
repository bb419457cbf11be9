package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite catches a server that takes whatever it reads for a request. */
class FramingBiteTest {

    /** Whoever reads late finds the packets of a slow client together, and so doesn't cut it short that time. */
    private static final int MOST_TRIES = 20;

    private static final String SLOW = "client.login.slow";

    private static Set<String> caught;

    @BeforeAll
    static void runAgainstTheNaiveServer() throws IOException {
        caught = caughtOf(List.of("framing.", "connection.", "client."));
    }

    private static Set<String> caughtOf(List<String> beginnings) throws IOException {
        try (NaiveServer server = NaiveServer.start()) {
            TestUser user = TestUser.of("13800138000", "keystile", "demo");
            ConformanceReport report = ConformanceSuite.run(
                    ConformanceTarget.at(server.address(), user)
                            .mounting(EnumSet.of(Operation.CAA_LOGIN))
                            .build(),
                    check -> beginnings.stream().anyMatch(check.id()::startsWith));
            return report.failed().stream()
                    .map(CheckResult::check)
                    .map(check -> check.id())
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "framing.login.length.negative",
                "framing.login.length.word",
                "framing.login.length.list",
                "framing.login.length.overflow",
                "framing.login.length.too-short",
                "framing.login.length.too-long",
                "framing.login.length.twice",
                "framing.login.length.twice-reversed",
                "framing.login.chunk.size-word",
                "framing.login.chunk.size-overflow",
                "framing.login.chunk.no-end",
                "framing.login.chunk.cut",
                "framing.login.coding.and-length",
                "framing.login.coding.behind-length",
                "framing.login.coding.unknown",
                "framing.login.head.folded",
                "framing.login.head.nul",
                "framing.login.head.bare-cr",
                "framing.login.head.bare-lf",
                "framing.login.head.space-before-colon"
            })
    void aGrantToARequestThatIsNone(String id) {
        assertThat(caught).contains(id);
    }

    @Test
    void answersThatBelongToOtherRequests() {
        assertThat(caught).contains("connection.login.pipelined");
    }

    @Test
    void aBodyBehindTheAnswerToHead() {
        assertThat(caught).contains("connection.login.after-refusals");
    }

    @Test
    void aSlowClientThatIsCutShort() throws IOException {
        Set<String> found = caughtOf(List.of(SLOW));
        for (int tries = 1; tries < MOST_TRIES && !found.contains(SLOW); tries++) {
            found = caughtOf(List.of(SLOW));
        }

        assertThat(found).contains(SLOW);
    }
}
