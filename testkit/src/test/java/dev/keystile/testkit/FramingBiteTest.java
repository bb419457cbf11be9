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

    private static Set<String> caught;

    @BeforeAll
    static void runAgainstTheNaiveServer() throws IOException {
        try (NaiveServer server = NaiveServer.start()) {
            TestUser user = TestUser.of("13800138000", "keystile", "demo");
            ConformanceReport report = ConformanceSuite.run(
                    ConformanceTarget.at(server.address(), user)
                            .mounting(EnumSet.of(Operation.CAA_LOGIN))
                            .build(),
                    check -> List.of("framing.", "connection.", "client.").stream()
                            .anyMatch(check.id()::startsWith));
            caught = report.failed().stream()
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
    void aSlowClientThatIsCutShort() {
        assertThat(caught).contains("client.login.slow");
    }
}
