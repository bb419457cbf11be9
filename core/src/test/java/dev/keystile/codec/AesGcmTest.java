package dev.keystile.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens again as it was, under the same key and in the same context alone. */
class AesGcmTest {

    private static final SecretKey KEY = aes(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
    private static final byte[] NONCE = hex("cafebabefacedbaddecaf888");
    private static final byte[] CONTEXT = "context".getBytes(UTF_8);
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final byte[] SEALED = AesGcm.seal(KEY, NONCE, CONTEXT, CONTENT);

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** McGrew and Viega, The Galois/Counter Mode of Operation, test case 16; the nonce in front. */
    @Test
    void theAuthorsOfGcmSealTheSame() {
        byte[] context = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] content = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");

        assertThat(AesGcm.seal(KEY, NONCE, context, content))
                .isEqualTo(hex("cafebabefacedbaddecaf888"
                        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 100})
    void whatIsSealedOpensAsItWas(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        byte[] sealed = AesGcm.seal(KEY, NONCE, CONTEXT, content);

        assertThat(sealed).hasSize(length + AesGcm.OVERHEAD);
        assertThat(AesGcm.open(KEY, CONTEXT, sealed)).contains(content);
    }

    @Test
    void noBitOfItMayBeAnother() {
        for (int bit = 0; bit < SEALED.length * Byte.SIZE; bit++) {
            byte[] altered = SEALED.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(AesGcm.open(KEY, CONTEXT, altered)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(AesGcm.open(aes(new byte[32]), CONTEXT, SEALED)).isEmpty();
    }

    @Test
    void inAnotherContextNothingOpens() {
        assertThat(AesGcm.open(KEY, "another".getBytes(UTF_8), SEALED)).isEmpty();
    }

    @Test
    void whatWasCutShortDoesNotOpen() {
        for (int length = 0; length < SEALED.length; length++) {
            assertThat(AesGcm.open(KEY, CONTEXT, Arrays.copyOf(SEALED, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }
}
