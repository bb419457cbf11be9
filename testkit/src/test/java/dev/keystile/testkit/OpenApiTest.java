package dev.keystile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.wire.WireClient;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import dev.keystile.testkit.wire.WireResponse.Header;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The description says what the contracts answer: it is held against every answer that the suite gets of a right server, and
 * against what comes when that server's directory fails or its throttles hold logins and exchanges back. What is left out is the suite's requests
 * that a server may refuse in words of its own, which no description of the contracts can know, and the application's own endpoint,
 * which is no contract.
 */
class OpenApiTest {

    private static final String OWN_ENDPOINT = "/api/user/personal";
    private static final Header JSON = new Header("Content-Type", "application/json; charset=utf-8");
    private static final Header NO_STORE = new Header("Cache-Control", "no-store");
    private static final WireRequest LOGOUT = WireRequest.of("DELETE", "/api/user/logout");

    private static final Set<String> seen = new ConcurrentSkipListSet<>();
    private static final Set<String> objections = new ConcurrentSkipListSet<>();
    private static OpenApi openApi;

    @BeforeAll
    static void runTheSuite() throws IOException {
        openApi = OpenApi.read();
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes())) {
            ConformanceTarget target = household.targetAt(server.address(), "").build();
            ConformanceSuite.run(target, OpenApiTest::compare).assertNoFailures();
            BrokenOperations.ask(new WireClient(server.address(), OpenApiTest::compare), household::breakDown);
        }
        try (MountedServer server = MountedServer.start(Household.throttled().routes())) {
            ThrottledLogins.ask(new WireClient(server.address(), OpenApiTest::compare));
        }
        try (MountedServer server = MountedServer.start(Household.exhausted().routes())) {
            BrokenOperations.ask(new WireClient(server.address(), OpenApiTest::compare), () -> {});
        }
    }

    private static void compare(WireRequest request, WireResponse response) {
        if (request.target().equals(OWN_ENDPOINT)) {
            return;
        }
        String name = openApi.nameOf(request, response).orElse("a path that is not described");
        seen.add(name);
        openApi.objections(request, response).forEach(objection -> objections.add(name + ": " + objection));
    }

    @Test
    void everyAnswerOfTheSuiteIsDescribed() {
        assertThat(objections).isEmpty();
    }

    @Test
    void everyDescribedAnswerComes() {
        Set<String> unseen = new TreeSet<>(openApi.answers());
        unseen.removeAll(seen);

        assertThat(unseen).isEmpty();
    }

    @Test
    void anAnswerAsDescribedIsAccepted() {
        assertThat(objectionsTo(200, "{\"message\":\"ok\"}", JSON, NO_STORE)).isEmpty();
    }

    @Test
    void aStatusThatIsNotDescribedIsRefused() {
        assertThat(objectionsTo(204, "", NO_STORE)).containsExactly("no answer with this status is described");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"ok\",\"more\":1}",
                "{\"message\":\"OK\"}",
                "{\"message\":[\"ok\"]}",
                "{}",
                "\"ok\"",
            })
    void aBodyThatIsNotDescribedIsRefused(String body) {
        assertThat(objectionsTo(200, body, JSON, NO_STORE)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KeyGrant, '{\"apiKey\":\"x\"}'",
        "KeyGrantOfRefreshToken, '{\"expiresIn\":1}'",
    })
    void aGrantThatIsNotDescribedIsRefused(String schema, String body) {
        String path = schema.equals("KeyGrant") ? "/api/user/refresh-keys" : "/api/my/refresh-token";

        assertThat(openApi.objections(WireRequest.of("POST", path), answer(200, body, JSON, NO_STORE)))
                .isNotEmpty();
    }

    @Test
    void anotherContentTypeIsRefused() {
        Header html = new Header("Content-Type", "text/html; charset=utf-8");

        assertThat(objectionsTo(200, "{\"message\":\"ok\"}", html, NO_STORE))
                .containsExactly("a body with Content-Type 'text/html; charset=utf-8'");
    }

    @Test
    void aBodyWithoutAContentTypeIsRefused() {
        assertThat(objectionsTo(200, "{\"message\":\"ok\"}", NO_STORE)).containsExactly("a body with Content-Type ''");
    }

    @Test
    void aMissingBodyIsRefused() {
        assertThat(objectionsTo(200, "", NO_STORE)).containsExactly("no body");
    }

    @Test
    void aMissingHeaderIsRefused() {
        assertThat(objectionsTo(405, "{\"message\":\"method not allowed\"}", JSON, NO_STORE))
                .containsExactly("no Allow");
    }

    @Test
    void anotherHeaderValueIsRefused() {
        Header stored = new Header("Cache-Control", "max-age=60");

        assertThat(objectionsTo(200, "{\"message\":\"ok\"}", JSON, stored))
                .containsExactly("Cache-Control: const at ''");
    }

    @Test
    void anEmpty401IsRefusedWithAContentTypeAndAcceptedWithout() {
        WireRequest refresh = WireRequest.of("POST", "/user/refresh/");
        Header bearer = new Header("WWW-Authenticate", "Bearer");

        assertThat(openApi.objections(refresh, answer(401, "", NO_STORE, bearer)))
                .isEmpty();
        assertThat(openApi.objections(refresh, answer(401, "", NO_STORE, bearer, JSON)))
                .containsExactly("no body, but a Content-Type");
    }

    private static List<String> objectionsTo(int status, String body, Header... headers) {
        return openApi.objections(LOGOUT, answer(status, body, headers));
    }

    private static WireResponse answer(int status, String body, Header... headers) {
        return new WireResponse(status, List.of(headers), body.getBytes(UTF_8));
    }
}
