package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private static ResponseReader reading(String text) {
        return new ResponseReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static WireResponse read(String text) throws IOException {
        return reading(text).read(false).orElseThrow();
    }

    @Test
    void everyHeaderLineIsKept() throws IOException {
        WireResponse response = read("HTTP/1.1 200 OK\r\nA: 1\r\na:  2 \r\nContent-Length: 0\r\n\r\n");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.all("A")).containsExactly("1", "2");
    }

    @Test
    void aBodyIsAsLongAsItsLength() throws IOException {
        ResponseReader reader = reading("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabHTTP/1.1 204 \r\n\r\n");
        assertThat(reader.read(false).orElseThrow().text()).isEqualTo("ab");
        assertThat(reader.read(false).orElseThrow().status()).isEqualTo(204);
    }

    @Test
    void chunksAreJoinedAndTrailersSkipped() throws IOException {
        String chunks = "2;x=y\r\nab\r\nA\r\ncdefghijkl\r\n0\r\nT: 1\r\n\r\n";
        assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
                        .text())
                .isEqualTo("abcdefghijkl");
    }

    @Test
    void withoutALengthTheBodyEndsWithTheConnection() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\n\r\nabc").text()).isEqualTo("abc");
    }

    @Test
    void theAnswerToHeadHasNoBodyWhateverItsLength() throws IOException {
        WireResponse response = reading("HTTP/1.1 405 x\r\nContent-Length: 9\r\n\r\n")
                .read(true)
                .orElseThrow();
        assertThat(response.body()).isEmpty();
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 \r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aConnectionThatEndsBeforeAnAnswerIsNoAnswer() throws IOException {
        assertThat(reading("").read(false)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nA: b"
            })
    void whatIsNoHttpIsNotRepaired(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }
}
