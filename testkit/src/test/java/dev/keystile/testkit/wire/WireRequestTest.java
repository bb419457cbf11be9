package dev.keystile.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireRequestTest {

    private static String text(WireRequest request) {
        return new String(request.bytes("h:1"), UTF_8);
    }

    @Test
    void aRequestIsItsLineItsHostAndNothingElse() {
        assertThat(text(WireRequest.of("GET", "/a?b"))).isEqualTo("GET /a?b HTTP/1.1\r\nHost: h:1\r\n\r\n");
    }

    @Test
    void headersAreKeptAsTheyAreAndAsOftenAsTheyAre() {
        WireRequest request = WireRequest.of("GET", "/")
                .header("A", "b")
                .header("a", "c\r\n d")
                .line("no colon");
        assertThat(text(request)).endsWith("\r\nA: b\r\na: c\r\n d\r\nno colon\r\n\r\n");
    }

    @Test
    void aBodyIsFramedByItsLengthInBytes() {
        assertThat(text(WireRequest.of("POST", "/").json("\"é\"")))
                .endsWith("\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n\"é\"");
    }

    @Test
    void chunksAreOfTheSizeThatIsAskedFor() {
        assertThat(text(WireRequest.of("POST", "/").chunked("abcde".getBytes(UTF_8), 2)))
                .endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n1\r\ne\r\n0\r\n\r\n");
    }

    @Test
    void anUnframedBodyIsNotMentioned() {
        assertThat(text(WireRequest.of("POST", "/").unframed("abc".getBytes(UTF_8))))
                .endsWith("Host: h:1\r\n\r\nabc");
    }

    @Test
    void neitherHeadersNorTargetNorBodyAreInItsText() {
        assertThat(WireRequest.of("GET", "/secret")
                        .header("A", "secret")
                        .json("secret")
                        .toString())
                .doesNotContain("secret");
    }
}
