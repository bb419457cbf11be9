package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireClientTest {

    private final CompletableFuture<Void> mayClose = new CompletableFuture<>();
    private ServerSocket server;
    private WireClient client;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        client = new WireClient(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        mayClose.complete(null);
        server.close();
    }

    /** Reads {@code length} bytes of a request, answers with {@code answer}, and closes when it may. */
    private CompletableFuture<String> serve(int length, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                byte[] read = socket.getInputStream().readNBytes(length);
                socket.getOutputStream().write(answer.getBytes(US_ASCII));
                mayClose.join();
                return new String(read, US_ASCII);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    @Test
    void whatIsSentIsWhatWasWritten() throws IOException {
        WireRequest request = WireRequest.of("GET", "/").header("A", "b");
        String expected = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort() + "\r\nA: b\r\n\r\n";
        CompletableFuture<String> read = serve(expected.length(), "HTTP/1.1 204 x\r\n\r\n");
        assertThat(client.exchange(request).orElseThrow().status()).isEqualTo(204);
        mayClose.complete(null);
        assertThat(read.join()).isEqualTo(expected);
    }

    @Test
    void theWitnessIsShownARequestWithItsAnswer() throws IOException {
        List<String> seen = new ArrayList<>();
        client = new WireClient(
                URI.create("http://127.0.0.1:" + server.getLocalPort()),
                (request, response) -> seen.add(request.target() + " " + response.status()));
        CompletableFuture<String> read = serve(1, "HTTP/1.1 100 x\r\n\r\nHTTP/1.1 204 x\r\n\r\n");
        client.exchange(WireRequest.of("GET", "/seen"));
        mayClose.complete(null);
        assertThat(read.join()).isEqualTo("G");
        assertThat(seen).containsExactly("/seen 204");
    }

    @Test
    void aServerThatClosesWithoutAWordHasNotAnswered() throws IOException {
        CompletableFuture<String> read = serve(1, "");
        mayClose.complete(null);
        assertThat(client.exchange(WireRequest.of("GET", "/"))).isEmpty();
        assertThat(read.join()).isEqualTo("G");
    }

    @Test
    void theAnswerToALargeRequestIsReadBeforeAllOfItIsSent() throws IOException {
        CompletableFuture<String> read = serve(1, "HTTP/1.1 413 x\r\nContent-Length: 0\r\n\r\n");
        WireRequest large = WireRequest.of("POST", "/").body(new byte[1 << 26]);
        assertThat(client.exchange(large).orElseThrow().status()).isEqualTo(413);
        mayClose.complete(null);
        assertThat(read.join()).isEqualTo("P");
    }

    @Test
    void theSecondHalfBeginsWhereTheFirstEnds() throws IOException {
        WireRequest request = WireRequest.of("GET", "/odd");
        String whole = new String(request.bytes("127.0.0.1:" + server.getLocalPort()), US_ASCII);
        CompletableFuture<String> read = serve(whole.length(), "HTTP/1.1 204 x\r\n\r\n");
        try (WireConnection connection = client.open()) {
            assertThat(connection.sendFirstHalf(request).sendSecondHalf(request).receive())
                    .isPresent();
        }
        mayClose.complete(null);
        assertThat(read.join()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "example.com", "http:/x", "ftp://example.com"})
    void aServerThatIsNotNamedByHttpIsRefused(String server) {
        assertThatThrownBy(() -> new WireClient(URI.create(server)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(server)
                .hasMessageContaining("http://host:port");
    }
}
