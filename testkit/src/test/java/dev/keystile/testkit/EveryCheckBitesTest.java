package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.TestUser;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A check that nothing can fail proves nothing: of a few servers that are wrong altogether, each check fails on one at least. */
class EveryCheckBitesTest {

    private static final AuthResponse NO = AuthResponse.json(418, "{}");
    private static final AuthResponse YES = AuthResponse.json(200, "{}");

    /** Each of these is caught by a test of its own. */
    private static final Set<String> CAUGHT_BY_NAME =
            Set.of("login.no-echo", "login.reuse", "login.grant.no-password", "answers.content-type.empty");

    @Test
    void everyCheckThatARightServerPassesFailsOnAWrongOne() throws IOException {
        Set<String> toothless = ids(run(endpoint -> endpoint).passed());
        assertThat(toothless).hasSizeGreaterThan(700);
        toothless.removeAll(ids(run(Tampering.answer(answer -> answer.status() < 400 ? answer : YES))
                .failed()));
        toothless.removeAll(ids(run(EveryCheckBitesTest::refusingAllButLogins).failed()));
        toothless.removeAll(ids(run(Tampering.answer(answer -> answer.status() < 400 ? NO : answer))
                .failed()));
        toothless.removeAll(ids(run(numbering()).failed()));
        toothless.removeAll(ids(runNaively().failed()));
        assertThat(toothless).isEqualTo(CAUGHT_BY_NAME);
    }

    private static Endpoint refusingAllButLogins(Endpoint endpoint) {
        return request -> {
            AuthResponse answer = endpoint.handle(request);
            return answer.status() >= 400 || isLogin(request) ? answer : NO;
        };
    }

    private static boolean isLogin(AuthRequest request) {
        return request.path().endsWith("/login")
                || (request.path().equals("/tokens") && request.method().equals("POST"));
    }

    /** No two answers are the same. */
    private static UnaryOperator<Endpoint> numbering() {
        AtomicLong count = new AtomicLong();
        return Tampering.answer(answer -> answer.with("X-Count", Long.toString(count.incrementAndGet())));
    }

    private static ConformanceReport run(UnaryOperator<Endpoint> fault) throws IOException {
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes(), fault)) {
            return ConformanceSuite.run(household.targetAt(server.address(), "").build());
        }
    }

    private static ConformanceReport runNaively() throws IOException {
        try (NaiveServer server = NaiveServer.start()) {
            TestUser user = TestUser.of("13800138000", "keystile", "demo");
            return ConformanceSuite.run(
                    ConformanceTarget.at(server.address(), user).build());
        }
    }

    private static Set<String> ids(List<CheckResult> results) {
        Set<String> ids = new TreeSet<>();
        results.forEach(result -> ids.add(result.check().id()));
        return ids;
    }
}
