package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.AuthRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies arrive byte by byte, up to one byte more than any contract accepts. */
interface BodyChapter extends AdapterUnderTest {

    @Test
    default void aRequestWithoutABodyHasAnEmptyOne() throws Exception {
        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN))).isEmpty();
    }

    @Test
    default void everyByteArrives() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN).sized(bytes))).isEqualTo(bytes);
    }

    @Test
    default void aFormIsABodyLikeAnyOther() throws Exception {
        byte[] form = "mobile=13800138000&mobile=%20".getBytes(StandardCharsets.US_ASCII);

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN)
                        .field("Content-Type", "application/x-www-form-urlencoded")
                        .sized(form)))
                .isEqualTo(form);
    }

    @Test
    default void aGetMayHaveABody() throws Exception {
        assertThat(bodyOf(WireRequest.of("GET", Probe.PLAIN).sized(new byte[] {1, 2})))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 100_000})
    default void aChunkedBodyArrivesWhole(int chunkSize) throws Exception {
        byte[] bytes = bytes(2000);

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN).chunked(bytes, chunkSize)))
                .isEqualTo(bytes);
    }

    @Test
    default void theLongestBodyThatAnyContractAcceptsArrivesWhole() throws Exception {
        byte[] bytes = bytes(AuthRequest.MAX_BODY);

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN).sized(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10_000, 1_000_000})
    default void ofALongerBodyOneByteTooManyArrives(int tooMany) throws Exception {
        byte[] bytes = bytes(AuthRequest.MAX_BODY + tooMany);

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN).sized(bytes)))
                .isEqualTo(Arrays.copyOf(bytes, AuthRequest.MAX_BODY + 1));
    }

    @Test
    default void ofALongerChunkedBodyOneByteTooManyArrives() throws Exception {
        byte[] bytes = bytes(AuthRequest.MAX_BODY + 10_000);

        assertThat(bodyOf(WireRequest.of("POST", Probe.PLAIN).chunked(bytes, 4096)))
                .isEqualTo(Arrays.copyOf(bytes, AuthRequest.MAX_BODY + 1));
    }

    @Test
    default void aClientThatWaitsToBeAskedForItsBodyIsAsked() throws Exception {
        WireRequest patient = WireRequest.of("POST", Probe.PLAIN)
                .field("Expect", "100-continue")
                .sized(bytes(100));
        try (Wire wire = connect()) {
            wire.send(patient.head());
            assertThat(wire.head().status()).isEqualTo(100);

            wire.send(patient.body());

            assertThat(wire.answerTo(patient).status()).isEqualTo(200);
        }
    }

    /** Nothing is asked of a store before the whole request is there. */
    @Test
    default void aRequestThatBreaksOffInItsBodyReachesNoEndpoint() throws Exception {
        try (Wire wire = connect()) {
            wire.send(WireRequest.of("POST", Probe.PLAIN).sized(bytes(10)).head());
            wire.send(bytes(5));
            wire.sendNoMore();
            wire.awaitEnd();
        }

        assertThat(probe().rest()).isEmpty();
    }

    /** RFC 9112 section 7.1: what follows a broken chunk can't be told from a body, so nothing that follows is looked at. */
    @Test
    default void aBrokenChunkReachesNoEndpointAndEndsTheConnection() throws Exception {
        try (Wire wire = connect()) {
            wire.send(WireRequest.of("POST", Probe.PLAIN)
                    .field("Transfer-Encoding", "chunked")
                    .head());
            wire.send("5\r\nhellooooo\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            wire.awaitEnd();
        }

        assertThat(probe().rest()).isEmpty();
    }

    private byte[] bodyOf(WireRequest request) throws Exception {
        try (Wire wire = connect()) {
            wire.sendBeside(request);
            wire.answerTo(request);
        }
        return probe().next().body();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }
}
