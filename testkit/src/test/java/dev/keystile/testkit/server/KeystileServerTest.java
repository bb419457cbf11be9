package dev.keystile.testkit.server;

import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.client.CaaClient;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.Refusal;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.Route;
import dev.keystile.jwt.service.TokenRefusal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The server that applications have in their tests, and pairs and tokens in every state. */
class KeystileServerTest {

    @RegisterExtension
    static final KeystileServer server = KeystileServer.withUser("13800138000", "keystile")
            .andUser("2", "13800138002", "other", "keystile")
            .with(keys -> keys.exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10))))
            .mounting(caa -> Route.of(
                    "GET",
                    "/orders",
                    caa.protect("order:list", (request, caller) -> AuthResponse.json(200, Map.of("orders", 0)))));

    private static HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.uri(path)).header("Authorization", authorization));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> exchange(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.uri("/tokens"))
                .header("Authorization", "Bearer " + token)
                .method("PATCH", BodyPublishers.noBody()));
    }

    @Test
    void itsUserLogsIn() throws Exception {
        HttpRequest.Builder login = HttpRequest.newBuilder(server.uri("/api/user/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"mobile\":\"13800138000\",\"password\":\"359a9a091a2095a70ad53559a8f7cfbb\"}"));

        assertThatAnswer(send(login)).isKeyGrant();
    }

    @Test
    void aRouteOfTheTestsOwnIsServed() throws Exception {
        assertThatAnswer(get("/orders", server.authorization(PairState.VALID, "order:list")))
                .hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, UNKNOWN_KEY",
        "SPENT, UNKNOWN_KEY",
        "REVOKED, UNKNOWN_KEY",
        "UNKNOWN, UNKNOWN_KEY",
        "FORGED, WRONG_SIGNATURE"
    })
    void aPairInThatStateIsRefused(PairState state, Refusal reason) throws Exception {
        String authorization = server.authorization(state, "user:personal-profile");

        assertThatAnswer(get("/api/user/personal", authorization)).isRefusedAs(reason);
    }

    @Test
    void aValidPairIsServed() throws Exception {
        String authorization = server.authorization(PairState.VALID, "user:personal-profile");

        assertThat(get("/api/user/personal", authorization).body()).isEqualTo("{\"userId\":\"1\"}");
    }

    @Test
    void aPairDiesWhenTheClockIsMovedPastItsEnd() throws Exception {
        KeystileServer own = KeystileServer.withUser("13800138000", "keystile").start();
        try (own) {
            ApiKeyPair pair = own.pair(PairState.VALID);
            own.clock().advance(Duration.ofDays(4));
            String header = Seeds.sign(pair, own.clock(), "user:personal-profile");
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(own.uri("/api/user/personal")).header("Authorization", header);
            assertThatAnswer(send(request)).isRefusedAs(Refusal.UNKNOWN_KEY);
        }
    }

    @Test
    void pairsAreMadeByTheSettingsOfTheServer() throws Exception {
        SealingKeys sealing = SealingKeys.of(RandomBytes.secure().next(32));
        try (KeystileServer sealed = KeystileServer.withUser("13800138000", "keystile")
                .with(keys -> keys.sealedBy(sealing))
                .start()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(sealed.uri("/api/user/personal"))
                    .header("Authorization", sealed.authorization(PairState.VALID, "user:personal-profile"));
            assertThatAnswer(send(request)).hasStatus(200);
        }
    }

    @Nested
    class InsideAnotherClass {

        @Test
        void theServerOfTheOuterClassServes() throws Exception {
            assertThatAnswer(get("/orders", server.authorization(PairState.VALID, "order:list")))
                    .hasStatus(200);
        }
    }

    @Test
    void aClientOfTheLibraryIsServed() throws Exception {
        CaaClient client = CaaClient.builder(server.address(), server.pair(PairState.VALID))
                .build();
        HttpRequest request = HttpRequest.newBuilder(server.uri("/orders")).build();

        assertThatAnswer(client.send(request, "order:list", BodyHandlers.ofString()))
                .hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource(value = TokenState.class, mode = EnumSource.Mode.EXCLUDE, names = "VALID")
    void aTokenInThatStateAuthenticatesNobody(TokenState state) throws Exception {
        assertThatAnswer(get("/me", "Bearer " + server.token(state))).isRefusedAs(TokenRefusal.INVALID);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VALID", "REFRESHABLE"})
    void aBearerTokenInThatStateAuthenticatesNobody(TokenState state) throws Exception {
        assertThatAnswer(get("/user/me", "Bearer " + server.bearerToken(state))).isRefusedBearer();
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenState.class,
            names = {"EXPIRED", "SPENT", "REVOKED", "FORGED", "WRONG_KIND"})
    void aTokenInThatStateIsNotExchanged(TokenState state) throws Exception {
        assertThatAnswer(exchange(server.token(state))).isRefusedAs(TokenRefusal.INVALID);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenState.class,
            names = {"VALID", "REFRESHABLE"})
    void aTokenInThatStateIsExchanged(TokenState state) throws Exception {
        assertThatAnswer(exchange(server.token(state))).isTokenGrant();
    }

    @Test
    void validTokensAreServed() throws Exception {
        assertThatAnswer(get("/me", "Bearer " + server.token(TokenState.VALID))).hasStatus(200);
        assertThatAnswer(get("/user/me", "Bearer " + server.bearerToken(TokenState.VALID)))
                .hasStatus(200);
    }

    @Test
    void aBearerTokenThatIsRefreshableIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> server.bearerToken(TokenState.REFRESHABLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask for token(REFRESHABLE)");
    }

    @Test
    void whatHasNotBeenStartedSaysHow() {
        KeystileServer idle = KeystileServer.withUser("13800138000", "keystile");

        assertThatThrownBy(idle::address).hasMessageContaining("@RegisterExtension");
    }
}
