package dev.keystile.testkit;

import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatAnswer;
import static dev.keystile.testkit.assertion.KeystileAssertions.assertThatHeader;

import dev.keystile.caa.client.CaaAnswer;
import dev.keystile.caa.client.CaaClient;
import dev.keystile.caa.service.Refusal;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.testkit.server.KeystileServer;
import dev.keystile.testkit.server.PairState;
import dev.keystile.testkit.server.TokenState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Java of {@code docs/client.md} and {@code docs/testing.md}, between marks; {@link GuidesTest} holds the pages against it. */
abstract class GuideSnippets {

    // [server]
    @RegisterExtension
    static final KeystileServer server = KeystileServer.withUser("13800138000", "keystile");
    // [server]

    private final HttpClient http = HttpClient.newHttpClient();

    // [states]
    @ParameterizedTest
    @EnumSource(value = PairState.class, names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void whoeverHoldsNoLivePairIsRefused(PairState state) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/api/user/personal"))
                .header("Authorization", server.authorization(state, "user:personal-profile"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

        assertThatAnswer(response)
                .isRefusedAs(state == PairState.FORGED ? Refusal.WRONG_SIGNATURE : Refusal.UNKNOWN_KEY);
    }
    // [states]

    // [clock]
    @Test
    void aClientRefreshesItsPairBeforeItEnds() throws Exception {
        ApiKeyPair first = server.pair(PairState.VALID);
        CaaClient client =
                CaaClient.builder(server.address(), first).clock(server.clock()).build();
        server.clock().advance(Duration.ofDays(3).minusMinutes(30));
        HttpRequest request =
                HttpRequest.newBuilder(server.uri("/api/user/personal")).build();

        assertThatAnswer(client.send(request, "user:personal-profile", BodyHandlers.ofString()))
                .hasStatus(200);
        assertThatHeader(client.session().begin("order:list").authorization())
                .isSignedFor("order:list", client.session().pair().secret());
    }
    // [clock]

    // [tokens]
    @Test
    void aTokenThatExpiredYesterdayIsExchanged() throws Exception {
        HttpRequest exchange = HttpRequest.newBuilder(server.uri("/tokens"))
                .header("Authorization", "Bearer " + server.token(TokenState.REFRESHABLE))
                .method("PATCH", BodyPublishers.noBody())
                .build();

        assertThatAnswer(http.send(exchange, BodyHandlers.ofString())).isTokenGrant();
    }
    // [tokens]

    static ApiKeyPair logIn(URI address, String mobile, String passwordMd5) throws IOException, InterruptedException {
        // [login]
        HttpRequest login = HttpRequest.newBuilder(address.resolve("/api/user/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"mobile\":\"" + mobile + "\",\"password\":\"" + passwordMd5 + "\"}"))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(login, BodyHandlers.ofByteArray());
        ApiKeyPair pair = CaaAnswer.of(answer.statusCode(), name -> null, answer::body)
                .grant()
                .orElseThrow(() -> new IOException("The login was refused: " + answer.statusCode()));
        // [login]
        return pair;
    }

    static HttpResponse<String> ask(URI address, ApiKeyPair pair, Consumer<ApiKeyPair> keychain)
            throws IOException, InterruptedException {
        // [client]
        CaaClient client = CaaClient.builder(address, pair)
                .listener(renewed -> keychain.accept(renewed))
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/api/user/personal")).build();
        HttpResponse<String> response = client.send(request, "user:personal-profile", BodyHandlers.ofString());
        // [client]
        return response;
    }
}
