package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

    /** FIPS 180-2 appendix B.1 and B.2, and the digest of nothing. */
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    })
    void sha256Vectors(String message, String digest) {
        assertThat(HexFormat.of().formatHex(Digests.sha256(message.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    @Test
    void onlyTheSameBytesAreEqual() {
        byte[] bytes = {1, 2, 3};

        assertThat(Digests.constantTimeEquals(bytes, new byte[] {1, 2, 3})).isTrue();
        assertThat(Digests.constantTimeEquals(bytes, new byte[] {1, 2, 4})).isFalse();
        assertThat(Digests.constantTimeEquals(bytes, new byte[] {0, 2, 3})).isFalse();
        assertThat(Digests.constantTimeEquals(bytes, new byte[] {1, 2})).isFalse();
        assertThat(Digests.constantTimeEquals(bytes, new byte[0])).isFalse();
    }
}
