package dev.keystile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthResponse;
import dev.keystile.http.Endpoint;
import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A server that answers 429 is judged by the form of that answer, and what it kept from being tried is told. */
class ThrottleTest {

    private static final int ALLOWED = 5;

    private final AtomicInteger attempts = new AtomicInteger();

    private UnaryOperator<Endpoint> throttle(UnaryOperator<AuthResponse> form) {
        return endpoint -> request -> {
            AuthResponse answer = endpoint.handle(request);
            boolean failed = Tampering.textOf(answer).matches(".*(wrong mobile|密码不正确).*");
            return failed && attempts.incrementAndGet() > ALLOWED ? form.apply(tooMany(request.path())) : answer;
        };
    }

    private static AuthResponse tooMany(String path) {
        return switch (path) {
            case "/api/user/login" -> AuthResponse.json(429, "{\"message\":\"too many attempts\"}");
            case "/tokens" -> AuthResponse.json(429, "{\"message\":[\"尝试次数过多，请稍后再试\"]}");
            default ->
                AuthResponse.json(
                        429, "{\"Event\":\"user_login\",\"StatusCode\":429,\"Message\":\"尝试次数过多，请稍后再试。\",\"Data\":{}}");
        };
    }

    private ConformanceReport run(UnaryOperator<AuthResponse> form) throws IOException {
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes(), throttle(form))) {
            return ConformanceSuite.run(
                    household
                            .targetAt(server.address(), "")
                            .with(Trait.THROTTLE)
                            .build(),
                    check -> check.id().endsWith(".throttled") || check.id().startsWith("login.wrong"));
        }
    }

    @Test
    void everyLoginIsThrottledInItsOwnWords() throws IOException {
        ConformanceReport report = run(answer -> answer.with("Retry-After", "30"));
        assertThat(report.passed())
                .extracting(result -> result.check().id())
                .contains("login.throttled", "tokens.login.throttled", "bearer.login.throttled");
    }

    @Test
    void theLibrarysOwnThrottleAnswersAsTheContractsSay() throws IOException {
        Household household = Household.throttled();
        try (MountedServer server = MountedServer.start(household.routes())) {
            ConformanceReport report = ConformanceSuite.run(
                    household
                            .targetAt(server.address(), "")
                            .with(Trait.THROTTLE)
                            .build(),
                    check -> check.id().endsWith(".throttled"));
            assertThat(report.passed())
                    .extracting(result -> result.check().id())
                    .containsExactly("login.throttled", "tokens.login.throttled", "bearer.login.throttled");
        }
    }

    @Test
    void withoutRetryAfterItIsNotTheContractsAnswer() throws IOException {
        assertThat(run(answer -> answer).failed())
                .extracting(result -> result.check().id())
                .containsExactly("login.throttled", "tokens.login.throttled", "bearer.login.throttled");
    }

    @Test
    void whatTheThrottleKeptFromBeingTriedIsNotCalledWrong() throws IOException {
        attempts.set(ALLOWED);
        assertThat(run(answer -> answer.with("Retry-After", "30")).notRun())
                .filteredOn(result -> result.check().id().equals("login.wrong.password"))
                .extracting(CheckResult::explanation)
                .containsExactly("the server's throttle answered 429 before this could be tried");
    }
}
