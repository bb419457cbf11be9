package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaSigner;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo, over HTTP. */
class DemoServerTest {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 60;

    private static DemoServer demo;
    private static DemoClient client;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher());
        client = new DemoClient(demo.port());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void aLoginOpensTheProtectedEndpoint() {
        CaaSigner signer = DemoClient.signerOf(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD));
        assertThat(client.personal(signer).body()).contains("\"userId\":\"1\"");
    }

    @Test
    void aSecondLoginReturnsTheLivePairWithItsExpiryUnchanged() {
        String first = client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD).body();
        assertThat(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD).body()).isEqualTo(first);
    }

    @Test
    void theDisabledUserIsToldNothingThatAWrongPasswordIsNot() {
        assertThat(client.login("13800138001", DemoUsers.PASSWORD).body())
                .isEqualTo(client.login(DemoUsers.MOBILE, "wrong").body());
    }

    @Test
    void answersForbidCaching() {
        assertThat(client.login(DemoUsers.MOBILE, "wrong").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void aWrongMethodIsTold405WithTheMethodsThatAreAllowed() {
        HttpResponse<String> response = client.signed("GET", "/api/user/refresh-keys", "Caa AAAA");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void headIsAWrongMethodToo() {
        assertThat(client.signed("HEAD", "/api/user/login", "Caa AAAA").statusCode())
                .isEqualTo(405);
    }

    @Test
    void theLegacyDigestIsAWrongSignatureUnlessItIsTurnedOn() {
        CaaSigner legacy = DemoClient.signerOf(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD))
                .using(CaaAlgorithm.SHA1_DIGEST);
        assertThat(client.personal(legacy).body()).isEqualTo("{\"message\":\"invalid signature\"}");
    }

    @Test
    void theLegacyDigestIsAcceptedOnceItIsTurnedOn() throws Exception {
        try (DemoServer lenient = DemoServer.start(DemoSettings.onFreePort().withLegacyDigest(), Fast.hasher())) {
            DemoClient old = new DemoClient(lenient.port());
            CaaSigner legacy = DemoClient.signerOf(old.login(DemoUsers.MOBILE, DemoUsers.PASSWORD))
                    .using(CaaAlgorithm.SHA1_DIGEST);
            assertThat(old.personal(legacy).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLogoutEndsThePair() {
        CaaSigner signer = DemoClient.signerOf(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD));
        assertThat(client.signed("DELETE", "/api/user/logout", signer.sign("user:logout"))
                        .body())
                .isEqualTo("{\"message\":\"ok\"}");
        assertThat(client.personal(signer).statusCode()).isEqualTo(404);
    }

    @Test
    void aPortThatIsTakenIsToldAsSuch() {
        DemoSettings taken = DemoSettings.onFreePort().withPort(demo.port());
        assertThatThrownBy(() -> DemoServer.start(taken, Fast.hasher())).isInstanceOf(BindException.class);
    }

    /** Contract, "Refresh": of any number of concurrent refreshes with one pair, exactly one wins. */
    @Test
    void ofManyRefreshesAtOnceExactlyOneWinsAndTheNextLoginReturnsItsPair() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                CaaSigner signer = DemoClient.signerOf(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD));
                List<HttpResponse<String>> answers = atOnce(callers, () -> client.refreshKeys(signer));
                List<HttpResponse<String>> winners = answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .toList();
                assertThat(winners).as("winners of round %d", round).hasSize(1);
                assertThat(answers.stream().filter(answer -> answer.statusCode() == 404))
                        .hasSize(CALLERS - 1)
                        .allSatisfy(loser -> assertThat(loser.body()).isEqualTo("{\"message\":\"apiKey not found\"}"));
                assertThat(DemoClient.apiKeyOf(client.login(DemoUsers.MOBILE, DemoUsers.PASSWORD)))
                        .isEqualTo(DemoClient.apiKeyOf(winners.get(0)));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<HttpResponse<String>> atOnce(ExecutorService callers, Callable<HttpResponse<String>> call)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Future<HttpResponse<String>>> answers = callers.invokeAll(IntStream.range(0, CALLERS)
                .mapToObj(caller -> (Callable<HttpResponse<String>>) () -> {
                    start.await();
                    return call.call();
                })
                .toList());
        List<HttpResponse<String>> received = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            received.add(answer.get());
        }
        return received;
    }
}
