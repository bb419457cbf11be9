package dev.keystile.example.adapter;

import dev.keystile.example.common.DemoBackend;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.testkit.ConformanceSuite;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import java.net.URI;
import java.util.Base64;

/** Runs the conformance suite against an example that serves {@link FastServices}. */
final class Conformance {

    private Conformance() {}

    static ConformanceReport of(Adapter adapter, int port) {
        byte[] secret = Base64.getDecoder().decode(FastServices.JWT_SECRET.reveal());
        ConformanceTarget target = ConformanceTarget.at(
                        URI.create("http://127.0.0.1:" + port),
                        TestUser.of(DemoUsers.MOBILE, DemoUsers.PASSWORD, "demo", "demo@example.com"))
                .name(adapter.title())
                .disabledUser(TestUser.of("13800138001", DemoUsers.PASSWORD, "banned"))
                .protectedEndpoint("/api/user/personal", "user:personal-profile")
                .tokens(TokenFacts.of(secret, FastServices.JWT_ISSUER))
                .bearer(TokenFacts.of(secret, FastServices.JWT_ISSUER, DemoBackend.AUDIENCE))
                .build();
        return ConformanceSuite.run(target);
    }
}
