package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keystile.caa.CaaSigner;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.RunningServer;
import dev.keystile.example.common.StartFailure;
import dev.keystile.testkit.conformance.ConformanceReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every example serves: the contracts, and {@code GET /api/user/personal}, an endpoint of its own behind whatever its
 * server has for that. An example's test class extends this one and says how the example is started.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExampleContract implements ClientChapter, FloodChapter {

    private static final int AT_ONCE = 20;

    private final BreakableStore store = new BreakableStore();
    private final DemoServices services = FastServices.over(store);
    private @Nullable ConformanceReport report;
    private RunningServer server = new RunningServer(0, () -> {});

    /** For subclasses. */
    protected ExampleContract() {}

    /** Which adapter the example shows. */
    protected abstract Adapter adapter();

    /** Starts the example on {@code port} of 127.0.0.1, where 0 is any free one. */
    protected abstract RunningServer start(DemoServices services, int port) throws Exception;

    @BeforeAll
    void startServer() throws Exception {
        server = start(services, 0);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @AfterEach
    void mendStore() {
        store.mend();
    }

    @Test
    void aPortThatIsTakenIsToldWithARemedy() {
        Throwable failure = catchThrowable(() -> start(services, server.port()));

        assertThat(StartFailure.remedy(failure, server.port()))
                .as(() -> "what the server says: " + failure)
                .hasValueSatisfying(remedy ->
                        assertThat(remedy).startsWith("Port " + server.port() + " is taken. Stop what listens there,"));
    }

    @Test
    void whoSignedIsServedTheirProfile() throws IOException {
        WireAnswer answer = ask(Contracts.personal(login()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"userId\":\"1\",\"user\":{\"id\":1,\"name\":\"demo\",\"mobile\":\"13800138000\","
                        + "\"email\":\"demo@example.com\",\"avatar\":null,\"registerAt\":1498786376126,"
                        + "\"extra\":{\"followers_count\":0}}}");
        assertThat(answer.libraryFields())
                .containsOnly(
                        Map.entry("cache-control", "no-store"),
                        Map.entry("content-length", Integer.toString(answer.body().length)),
                        Map.entry("content-type", "application/json; charset=utf-8"));
    }

    @Test
    void whoDidNotSignIsTurnedAway() throws IOException {
        assertRefused(ask(Contracts.personal()), 400, "invalid authorization");
    }

    @Test
    void whoSignedTwiceIsTurnedAway() throws IOException {
        String header = login().sign("user:personal-profile");

        assertRefused(ask(Contracts.personal(header, header)), 400, "invalid authorization");
    }

    @Test
    void whoSignedForSomethingElseIsTurnedAway() throws IOException {
        assertRefused(ask(Contracts.personal(login().sign("user:logout"))), 400, "invalid signature");
    }

    @Test
    void aPairThatWasExchangedIsTurnedAway() throws IOException {
        CaaSigner spent = login();
        ask(Contracts.refreshKeys(spent));

        assertRefused(ask(Contracts.personal(spent)), 404, "apiKey not found");
    }

    /** However a server reads these paths, it reads them the same in front of the check and behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/user/personal/",
                "/api/user/personal;a=b",
                "/api/user;a=b/personal",
                "/api/user/%70ersonal",
                "/api/user/%2570ersonal",
                "/api/user%2Fpersonal",
                "//api/user/personal",
                "/api//user/personal",
                "/api/user/./personal",
                "/api/user/x/../personal",
                "/api/user/%2e/personal",
                "/api/user/personal%00",
                "/API/user/personal",
                "/api/user/personal.",
                "/api/user/personal.json",
                "/api/user/personal?a=b",
                "/api/user/personal%20"
            })
    void noSpellingOfThePathGoesAroundTheCheck(String path) throws IOException {
        for (String method : List.of("GET", "HEAD", "POST", "get")) {
            assertThat(ask(WireRequest.of(method, path)).status()).as(method).isBetween(400, 499);
        }
    }

    /** CONTRACTS, "anything unexpected": details in the log only. */
    @Test
    void aStoreThatFailsIsToldNobodyAndLosesNothing() throws IOException {
        CaaSigner signer = login();
        store.breakDown();
        assertRefused(ask(Contracts.personal(signer)), 500, "Internal Server Error");
        assertRefused(ask(Contracts.refreshKeys(signer)), 500, "Internal Server Error");
        store.mend();

        assertThat(ask(Contracts.personal(signer)).status()).isEqualTo(200);
    }

    /** CONTRACTS, "Refresh": of any number of concurrent refreshes with one pair, exactly one wins. */
    @Test
    void ofManyRefreshesAtOnceExactlyOneWins() throws IOException {
        WireRequest refresh = Contracts.refreshKeys(login());
        List<Wire> wires = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                wires.add(connect());
            }
            for (Wire wire : wires) {
                wire.send(refresh.head());
            }
            for (Wire wire : wires) {
                statuses.add(wire.answerTo(refresh).status());
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404).hasSize(AT_ONCE);
    }

    @Test
    void aTokenInThePathIsExchangedOnce() throws IOException {
        String token = Contracts.member("token", ask(Contracts.tokens()));

        assertThat(ask(Contracts.exchange(token)).status()).isEqualTo(201);
        assertThat(ask(Contracts.exchange(token)).status()).isEqualTo(401);
    }

    @Test
    void aTokenInThePathMayBePercentEncoded() throws IOException {
        String token = Contracts.member("token", ask(Contracts.tokens()));

        assertThat(ask(Contracts.exchange(token.replace(".", "%2E"))).status()).isEqualTo(201);
    }

    /** CONTRACTS: contract 5 is routed with and without a trailing slash; no other path is. */
    @ParameterizedTest
    @ValueSource(strings = {"/user/refresh", "/user/refresh/"})
    void aBearerTokenIsExchangedWithAndWithoutASlash(String path) throws IOException {
        String token = Contracts.member("bearerToken", ask(Contracts.bearerLogin()));

        assertThat(ask(Contracts.bearerRefresh(path, token)).status()).isEqualTo(200);
        assertThat(ask(Contracts.bearerRefresh(path, token)).status()).isEqualTo(401);
    }

    /** Every row of the contracts, each a test of its own; what can't be seen from outside is skipped with the reason. */
    @TestFactory
    Stream<DynamicTest> theContractsHold() {
        return report().results().stream()
                .map(result -> DynamicTest.dynamicTest(result.check().id(), () -> {
                    Assumptions.assumeTrue(result.wasRun(), result.explanation());
                    result.assertNotFailed();
                }));
    }

    @Test
    void theDocumentationSaysWhatTheSuiteFinds() throws IOException {
        ConformanceDocs.prove(adapter(), report());
    }

    @Test
    void theAdapterHasUnderAHundredLines() throws IOException {
        assertThat(adapter().lines()).isLessThan(100);
    }

    private ConformanceReport report() {
        if (report == null) {
            report = Conformance.of(adapter(), server.port());
        }
        return report;
    }

    @Override
    public final Wire connect() throws IOException {
        return Wire.to(server.port());
    }

    @Override
    public final BreakableStore store() {
        return store;
    }

    private static void assertRefused(WireAnswer answer, int status, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.libraryFields())
                .containsOnly(
                        Map.entry("cache-control", "no-store"),
                        Map.entry("content-length", Integer.toString(answer.body().length)),
                        Map.entry("content-type", "application/json; charset=utf-8"));
    }
}
