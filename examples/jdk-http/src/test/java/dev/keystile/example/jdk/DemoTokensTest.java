package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token dialects of the demo, over HTTP. */
class DemoTokensTest {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 40;
    private static final Pattern TOKEN = Pattern.compile("\"(eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+)\"");
    private static final String REVOKED = "\"此 Token 已吊销，请重新登录以获取 Token。\"";
    private static final String INVALID = "{\"message\":[\"token 无效或已过期，请重新登录\"]}";

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
    void aLoginGrantsATokenTheUserAndBothTimes() {
        HttpResponse<String> grant = login();

        assertThat(grant.statusCode()).isEqualTo(201);
        assertThat(grant.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(grant.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(grant.body())
                .startsWith("{\"token\":\"" + tokenOf(grant) + "\",\"user\":{\"id\":1,\"name\":\"demo\"")
                .endsWith(",\"ttl\":20160,\"refresh_ttl\":40320}");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /tokens, /me, 201", "POST, /user/refresh, /user/me, 200", "POST, /user/refresh/, /user/me, 200"
    })
    void aTokenOpensTheProtectedEndpointUntilItIsExchanged(
            String method, String path, String protectedPath, int granted) {
        String token = tokenOf(path.startsWith("/user") ? userLogin() : login());
        assertThat(client.signed("GET", protectedPath, "Bearer " + token).statusCode())
                .isEqualTo(200);

        HttpResponse<String> exchange = client.signed(method, path, "Bearer " + token);

        assertThat(exchange.statusCode()).isEqualTo(granted);
        assertThat(client.signed("GET", protectedPath, "Bearer " + token).statusCode())
                .isEqualTo(401);
        assertThat(client.signed("GET", protectedPath, "Bearer " + tokenOf(exchange))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Contract, "the {@code /tokens} dialect": one exchange wins. */
    @Test
    void of32ExchangesAtOnceInTheHeaderExactlyOneWins() throws Exception {
        race(201, INVALID, DemoTokensTest::login, token -> client.signed("PATCH", "/tokens", "Bearer " + token));
    }

    @Test
    void of32ExchangesAtOnceInThePathExactlyOneWins() throws Exception {
        race(201, INVALID, DemoTokensTest::login, token -> client.bare("PATCH", "/tokens/" + token));
    }

    @Test
    void of32BearerExchangesAtOnceExactlyOneWins() throws Exception {
        race(
                200,
                REVOKED,
                DemoTokensTest::userLogin,
                token -> client.signed("POST", "/user/refresh", "Bearer " + token));
    }

    @Test
    void aRequestWithoutATokenIsAnsweredWithAChallengeAndNothingElse() {
        HttpResponse<String> answer = client.bare("POST", "/user/refresh");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HEAD", "OPTIONS", "GET", "DELETE"})
    void aWrongMethodIsTold405WithTheMethodsThatAreAllowed(String method) {
        HttpResponse<String> answer = client.bare(method, "/tokens");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, PATCH");
    }

    @Test
    void aDisabledUserIsToldSoAfterTheRightPassword() {
        HttpResponse<String> answer = client.post("/tokens", credentials("login", "password", "banned"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":[\"账号已被禁用，请联系管理员\"]}");
    }

    private static HttpResponse<String> login() {
        return client.post("/tokens", credentials("login", "password", "demo"));
    }

    private static HttpResponse<String> userLogin() {
        return client.post("/user/login", credentials("Username", "Password", "demo"));
    }

    private static String credentials(String nameMember, String passwordMember, String name) {
        return "{\"" + nameMember + "\":\"" + name + "\",\"" + passwordMember + "\":\"" + DemoUsers.PASSWORD + "\"}";
    }

    private static String tokenOf(HttpResponse<String> grant) {
        Matcher token = TOKEN.matcher(grant.body());
        assertThat(token.find())
                .as("whether a token was granted, with %d", grant.statusCode())
                .isTrue();
        return token.group(1);
    }

    private static void race(int granted, String refusal, Callable<HttpResponse<String>> login, Exchange exchange)
            throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String token = tokenOf(login.call());
                List<HttpResponse<String>> answers = atOnce(callers, () -> exchange.of(token));
                assertThat(answers.stream().filter(answer -> answer.statusCode() == granted))
                        .as("winners of round %d", round)
                        .hasSize(1);
                assertThat(answers.stream().filter(answer -> answer.statusCode() == 401))
                        .hasSize(CALLERS - 1)
                        .allSatisfy(loser -> assertThat(loser.body()).isEqualTo(refusal));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<HttpResponse<String>> atOnce(ExecutorService callers, Callable<HttpResponse<String>> call)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        Callable<HttpResponse<String>> caller = () -> {
            start.await();
            return call.call();
        };
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : callers.invokeAll(Collections.nCopies(CALLERS, caller))) {
            answers.add(answer.get());
        }
        return answers;
    }

    private interface Exchange {

        HttpResponse<String> of(String token);
    }
}
