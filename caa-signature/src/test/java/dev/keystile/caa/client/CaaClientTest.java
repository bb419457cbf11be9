package dev.keystile.caa.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.fixture.TestServer;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.fixture.AdjustableClock;
import dev.keystile.fixture.Race;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client in front of the JDK's own, over sockets. */
class CaaClientTest {

    private static final String ACTION = TestServer.PERSONAL;
    private static final String PROFILE = "{\"id\":\"1\"}";

    private final TestServer contracts = TestServer.standard();
    private final AdjustableClock device = new AdjustableClock(TestServer.START);
    private SocketServer server;
    private ApiKeyPair pair;
    private CaaClient client;

    @BeforeEach
    void logIn() throws IOException {
        server = new SocketServer(contracts);
        pair = server.login();
        client = CaaClient.builder(server.address(), pair)
                .clock(device)
                .actions((method, uri) -> uri.getPath().endsWith("/personal") ? ACTION : "some:other")
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest get() {
        return HttpRequest.newBuilder(server.personal()).build();
    }

    @Test
    void aRequestIsSignedForTheActionThatTheCallerNames() throws Exception {
        HttpResponse<String> response = client.send(get(), ACTION, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(PROFILE);
    }

    @Test
    void aRequestIsSignedForTheActionThatTheMappingKnows() throws Exception {
        assertThat(client.send(get(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAMappingTheCallerIsToldWhatToDo() {
        CaaClient unmapped = CaaClient.builder(server.address(), pair).build();

        assertThatThrownBy(() -> unmapped.send(get(), BodyHandlers.discarding()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hand the action to send, or a mapping to the builder's actions");
    }

    @Test
    void anAuthorizationThatIsThereAlreadyIsReplaced() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.personal())
                .header("authorization", "Bearer of-somebody")
                .build();

        assertThat(client.send(request, ACTION, BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theHandlerSeesNothingOfARefusalThatIsMended(@TempDir Path directory) throws Exception {
        device.advance(Duration.ofHours(3));
        Path file = directory.resolve("profile.json");
        client.send(get(), ACTION, BodyHandlers.ofFile(file));

        assertThat(server.seen()).hasSize(2);
        assertThat(Files.readString(file)).isEqualTo(PROFILE);
    }

    @Test
    void aRefusalThatCannotBeMendedComesBackAsItIs() throws Exception {
        HttpResponse<InputStream> response = client.send(get(), "user:other", BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).hasBinaryContent("{\"message\":\"invalid signature\"}".getBytes(UTF_8));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aLongAnswerThatMightHaveBeenARefusalArrivesWhole() throws Exception {
        HttpRequest large =
                HttpRequest.newBuilder(server.address().resolve("/large")).build();

        assertThat(client.send(large, ACTION, BodyHandlers.ofString()).body()).isEqualTo("x".repeat(100_000));
        assertThat(client.send(large, ACTION, BodyHandlers.ofInputStream())
                        .body()
                        .readAllBytes())
                .hasSize(100_000);
        assertThat(client.send(large, ACTION, BodyHandlers.ofLines()).body()).hasSize(1);
    }

    @Test
    void sixtyFourThreadsMakeOneRefreshOnTheWire() throws Exception {
        Duration almostThreeDays = Duration.ofDays(3).minusMinutes(30);
        device.advance(almostThreeDays);
        contracts.clock().advance(almostThreeDays);
        Callable<Integer> ask =
                () -> client.send(get(), ACTION, BodyHandlers.discarding()).statusCode();
        try (Race race = new Race()) {
            assertThat(race.run(Collections.nCopies(64, ask))).hasSize(64).containsOnly(200);
        }

        assertThat(server.seen())
                .containsOnlyOnce("POST /api/user/refresh-keys")
                .hasSize(65);
        assertThat(client.session().pair()).isNotEqualTo(pair);
    }

    @Test
    void aReadWhoseAnswerGotLostIsSentOnceMore() throws Exception {
        server.loseAnswers(1);

        assertThat(client.send(get(), ACTION, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWriteWhoseAnswerGotLostIsNotSentAgain() {
        server.loseAnswers(1);
        HttpRequest write = HttpRequest.newBuilder(server.personal())
                .method("PATCH", BodyPublishers.ofString("{}"))
                .build();

        assertThatThrownBy(() -> client.send(write, ACTION, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void whereNobodyListensTheCallerIsTold() throws Exception {
        server.close();

        assertThatThrownBy(() -> client.send(get(), ACTION, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsSignedForAnotherServer() {
        HttpRequest elsewhere = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/api/user/personal"))
                .build();

        assertThatThrownBy(() -> client.send(elsewhere, ACTION, BodyHandlers.discarding()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("send it by an HttpClient that signs nothing");
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> CaaClient.builder(server.address(), pair).build(http))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("followRedirects(Redirect.NEVER)");
    }

    @Test
    void plainHttpToAnotherMachineHasToBeAllowed() {
        CaaClientBuilder builder = CaaClient.builder(URI.create("http://api.example.com"), pair);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowingPlainHttp");
        assertThat(builder.allowingPlainHttp().build()).isNotNull();
    }

    @Test
    void whatAClientSaysOfItselfHasNoKeyInIt() {
        assertThat(client.toString())
                .doesNotContain(pair.apiKey().text())
                .doesNotContain(pair.secret().reveal());
    }
}
