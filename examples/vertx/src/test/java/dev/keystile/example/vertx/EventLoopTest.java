package dev.keystile.example.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.example.adapter.BreakableStore;
import dev.keystile.example.adapter.FastServices;
import dev.keystile.example.common.DemoServices;
import dev.keystile.example.common.DemoUsers;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.http.RouteTable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that blocks runs on the event loop. The judge is the blocked-thread checker of Vert.x itself. */
class EventLoopTest {

    private static final int STORE_MILLIS = 50;
    private static final int CALLS_PER_REQUEST = 10;
    private static final int LIMIT_MILLIS = STORE_MILLIS * CALLS_PER_REQUEST / 2;
    private static final int REQUESTS_AT_ONCE = 16;

    private final Collection<BlockedThreadEvent> reports = new ConcurrentLinkedQueue<>();
    private final Collection<Boolean> onEventLoop = new ConcurrentLinkedQueue<>();
    private final BreakableStore store = new BreakableStore();
    private final DemoServices services = FastServices.over(store);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
            .setMaxEventLoopExecuteTime(LIMIT_MILLIS)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
            .setBlockedThreadCheckInterval(5));

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void aSlowStoreUnderLoadBlocksNoEventLoop() {
        CaaSigner signer = login();
        RouteTable slow = RouteTable.of(List.of(Route.of("GET", "/slow", request -> askStore(signer))));
        try (RunningServer server = VertxExample.start(slow, vertx, 0)) {
            answersOf(server);
            watch();
            store.beforeEachCall(EventLoopTest::takeTime);

            Stream<Integer> statuses = answersOf(server);

            assertThat(statuses).hasSize(REQUESTS_AT_ONCE).containsOnly(200);
            assertThat(reports).isEmpty();
            assertThat(onEventLoop).hasSize(2 * REQUESTS_AT_ONCE).containsOnly(false);
        }
    }

    /** So that the test above can fail. */
    @Test
    void theCheckerReportsWhatBlocksForAsLong() {
        watch();

        vertx.getOrCreateContext()
                .runOnContext(go -> IntStream.range(0, CALLS_PER_REQUEST).forEach(call -> takeTime()));
        vertx.close().await();

        assertThat(reports).isNotEmpty();
    }

    private void watch() {
        ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(reports::add);
    }

    private AuthResponse askStore(CaaSigner signer) {
        onEventLoop.add(Context.isOnEventLoopThread());
        String header = signer.sign("user:personal-profile");
        for (int i = 0; i < CALLS_PER_REQUEST; i++) {
            services.keys().authenticate("user:personal-profile", header);
        }
        return AuthResponse.empty(200);
    }

    private CaaSigner login() {
        KeyGrant grant = (KeyGrant) services.keys().login(DemoUsers.MOBILE, DigestUtils.md5Hex(DemoUsers.PASSWORD));
        return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
    }

    private Stream<Integer> answersOf(RunningServer server) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow"))
                .build();
        List<CompletableFuture<HttpResponse<Void>>> answers = Stream.generate(
                        () -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .limit(REQUESTS_AT_ONCE)
                .toList();
        return answers.stream().map(answer -> answer.join().statusCode());
    }

    private static void takeTime() {
        try {
            new CountDownLatch(1).await(STORE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
