package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthResponse;
import dev.keystile.testkit.conformance.ConformanceReport;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server that says too much doesn't get the suite to repeat it. */
class SecretsTest {

    private static final Pattern CREDENTIAL =
            Pattern.compile("\"(?:apiKey|secretKey|token|bearerToken)\":\"([^\"]+)\"|^\"([^\"]+\\.[^\"]+)\"$");

    private final Set<String> issued = new ConcurrentSkipListSet<>();

    /** Answers 418 with whatever would have been granted, and the user's password beside it. */
    private AuthResponse tellEverything(AuthResponse answer) {
        Matcher credential = CREDENTIAL.matcher(Tampering.textOf(answer));
        while (credential.find()) {
            issued.add(credential.group(1) == null ? credential.group(2) : credential.group(1));
        }
        return AuthResponse.json(418, Tampering.textOf(answer) + " keystile");
    }

    @Test
    void noCredentialAndNoPasswordIsInAReport() throws IOException {
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes(), Tampering.answer(this::tellEverything))) {
            ConformanceReport report = ConformanceSuite.run(
                    household.targetAt(server.address(), "").build());
            assertThat(issued).hasSizeGreaterThan(3);
            assertThat(report.failed()).hasSizeGreaterThan(300);
            assertThat(report.toMarkdown()).doesNotContain(issued).doesNotContain("418 keystile", "} keystile");
        }
    }
}
