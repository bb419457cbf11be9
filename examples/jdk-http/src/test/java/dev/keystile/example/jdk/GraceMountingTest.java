package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contracts once more, below {@code /grace}: the same users and stores under another policy. */
class GraceMountingTest {

    private static final int CALLERS = 20;

    private static DemoServer demo;
    private static DemoClient strict;
    private static DemoClient graceful;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start(DemoSettings.onFreePort(), Fast.hasher());
        strict = new DemoClient(demo.port());
        graceful = new DemoClient(demo.port(), "/grace");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void aLoginReturnsTheSamePairAtBothMountings() {
        assertThat(graceful.login(DemoUsers.MOBILE, DemoUsers.PASSWORD).body())
                .isEqualTo(strict.login(DemoUsers.MOBILE, DemoUsers.PASSWORD).body());
    }

    @Test
    void whoeverRefreshesInsideTheWindowGetsTheWinnersPair() throws Exception {
        CaaSigner signer = loggedIn();
        Callable<HttpResponse<String>> refresh = () -> graceful.refreshKeys(signer);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<HttpResponse<String>>> answers = callers.invokeAll(Collections.nCopies(CALLERS, refresh));
            String first = answers.get(0).get().body();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(answer.get().body()).isEqualTo(first);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void thereIsNoWindowForAPairThatWasExchangedStrictly() {
        CaaSigner signer = loggedIn();
        assertThat(strict.refreshKeys(signer).statusCode()).isEqualTo(200);
        assertThat(graceful.refreshKeys(signer).statusCode()).isEqualTo(404);
    }

    @Test
    void thereIsNoWindowForWhoeverAsksStrictly() {
        CaaSigner signer = loggedIn();
        assertThat(graceful.refreshKeys(signer).statusCode()).isEqualTo(200);
        assertThat(strict.refreshKeys(signer).statusCode()).isEqualTo(404);
    }

    private static CaaSigner loggedIn() {
        return DemoClient.signerOf(strict.login(DemoUsers.MOBILE, DemoUsers.PASSWORD));
    }
}
