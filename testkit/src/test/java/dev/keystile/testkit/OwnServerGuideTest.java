package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** "Check your own server" in {@code docs/adapters.md}: what it shows runs. */
class OwnServerGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "adapters.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/keystile/testkit/OwnServerGuideTest.java");
    private static final String BEGIN = "        // the guide: begin\n";
    private static final String END = "        // the guide: end\n";

    @Test
    void aServerIsCheckedAsTheGuideSays() throws IOException {
        Household household = Household.standard();
        byte[] secret = household.secret();
        String issuer = Household.ISSUER;
        String audience = Household.AUDIENCE;
        try (MountedServer server = MountedServer.start(household.routes())) {
            assertThat(check(server.address(), secret, issuer, audience).passed())
                    .isNotEmpty();
        }
        assertThat(Path.of("target", "conformance.md")).content().contains("| my server |");
    }

    private static ConformanceReport check(URI address, byte[] secret, String issuer, String audience)
            throws IOException {
        // the guide: begin
        ConformanceTarget target = ConformanceTarget.at(address, TestUser.of("13800138000", "keystile", "demo"))
                .name("my server")
                .disabledUser(TestUser.of("13800138001", "keystile", "banned"))
                .protectedEndpoint("/api/user/personal", "user:personal-profile")
                .tokens(TokenFacts.of(secret, issuer))
                .bearer(TokenFacts.of(secret, issuer, audience))
                .build();
        ConformanceReport report = ConformanceSuite.run(target);
        Files.writeString(Path.of("target", "conformance.md"), report.toMarkdown());
        report.assertNoFailures();
        // the guide: end
        return report;
    }

    @Test
    void theGuideShowsItAsItIsCompiled() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(source.indexOf(BEGIN) + BEGIN.length(), source.indexOf(END))
                .lines()
                .map(line -> line.substring(8))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(GUIDE)).contains(shown);
    }
}
