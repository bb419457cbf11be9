package dev.keystile.example.adapter;

import dev.keystile.example.common.DemoBackend;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.testkit.ConformanceSuite;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Runs the conformance suite against an example that serves {@link FastServices}, and keeps its table below {@code target}. */
final class Conformance {

    private static final Path TABLE = Path.of("target", "conformance.md");

    private Conformance() {}

    static ConformanceReport of(String name, int port) throws IOException {
        byte[] secret = Base64.getDecoder().decode(FastServices.JWT_SECRET.reveal());
        ConformanceTarget target = ConformanceTarget.at(
                        URI.create("http://127.0.0.1:" + port),
                        TestUser.of(DemoUsers.MOBILE, DemoUsers.PASSWORD, "demo", "demo@example.com"))
                .name(name)
                .disabledUser(TestUser.of("13800138001", DemoUsers.PASSWORD, "banned"))
                .protectedEndpoint("/api/user/personal", "user:personal-profile")
                .tokens(TokenFacts.of(secret, FastServices.JWT_ISSUER))
                .bearer(TokenFacts.of(secret, FastServices.JWT_ISSUER, DemoBackend.AUDIENCE))
                .build();
        ConformanceReport report = ConformanceSuite.run(target);
        Files.writeString(TABLE, report.toMarkdown());
        return report;
    }
}
