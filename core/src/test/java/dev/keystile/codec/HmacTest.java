package dev.keystile.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HmacTest {

    private static final String FOX = "The quick brown fox jumps over the lazy dog";

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of(HashFunction.SHA_1, "HmacSHA1", 64),
                Arguments.of(HashFunction.SHA_256, "HmacSHA256", 64),
                Arguments.of(HashFunction.SHA_384, "HmacSHA384", 128),
                Arguments.of(HashFunction.SHA_512, "HmacSHA512", 128));
    }

    @Test
    void rfc2202TestCase2() {
        assertThat(mac(HashFunction.SHA_1, "Jefe", "what do ya want for nothing?"))
                .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }

    @Test
    void rfc4231TestCase2() {
        assertThat(mac(HashFunction.SHA_256, "Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyLengthOfKeyAndMessageGivesWhatTheJdkGives(HashFunction function, String algorithm, int block)
            throws GeneralSecurityException {
        Random random = new Random(2104);
        for (int keyLength : List.of(1, 20, block - 1, block, block + 1, 3 * block)) {
            byte[] key = bytes(random, keyLength);
            for (int length = 0; length < 2 * block; length += 7) {
                byte[] message = bytes(random, length);
                assertThat(Hmac.of(function, key).sign(message, length))
                        .as("seed 2104, a key of %d bytes, a message of %d", keyLength, length)
                        .isEqualTo(byJdk(algorithm, key, message));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aKeyThatIsUsedOnceGivesTheSame(HashFunction function, String algorithm, int block)
            throws GeneralSecurityException {
        Random random = new Random(4231);
        for (int keyLength = 1; keyLength <= block; keyLength += 9) {
            byte[] key = bytes(random, keyLength);
            byte[] message = bytes(random, random.nextInt(HashFunction.LONGEST_MESSAGE));
            assertThat(function.hmac(source(key), source(message)))
                    .as("seed 4231, a key of %d bytes", keyLength)
                    .isEqualTo(byJdk(algorithm, key, message));
        }
    }

    @Test
    void aMessageThatFailsLeavesNothingOfItsKeyForTheNext() throws GeneralSecurityException {
        byte[] message = FOX.getBytes(StandardCharsets.US_ASCII);
        ByteSource key = source(bytes(new Random(1), 64));
        ByteSource broken = (target, at) -> {
            throw new IllegalStateException("no message");
        };
        assertThatThrownBy(() -> HashFunction.SHA_256.hmac(key, broken)).hasMessage("no message");

        assertThat(HashFunction.SHA_256.hmac(source(new byte[] {1}), source(message)))
                .isEqualTo(byJdk("HmacSHA256", new byte[] {1}, message));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void exactlyWhatIsSignedIsVerified(HashFunction function) {
        Random random = new Random(2104);
        Hmac hmac = Hmac.of(function, bytes(random, 40));
        for (int length = 1; length < 300; length += 7) {
            byte[] message = bytes(random, length);
            byte[] mac = hmac.sign(message, length);
            assertThat(hmac.verifies(message, length, mac))
                    .as("seed 2104, %d bytes", length)
                    .isTrue();
            mac[random.nextInt(mac.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(hmac.verifies(message, length, mac))
                    .as("seed 2104, %d bytes", length)
                    .isFalse();
            assertThat(hmac.verifies(message, length, Arrays.copyOf(mac, mac.length - 1)))
                    .isFalse();
        }
    }

    @Test
    void onlyTheFirstBytesAreSigned() {
        Hmac hmac = Hmac.of(HashFunction.SHA_256, new byte[] {1, 2, 3});

        assertThat(hmac.sign(new byte[] {4, 5, 6}, 2)).isEqualTo(hmac.sign(new byte[] {4, 5}, 2));
    }

    @Test
    void theKeyIsCopied() {
        byte[] key = {1, 2, 3};
        Hmac hmac = Hmac.of(HashFunction.SHA_256, key);
        byte[] before = hmac.sign(key, 0);
        key[0] = 9;

        assertThat(hmac.sign(key, 0)).isEqualTo(before);
        assertThat(hmac).hasToString("Hmac[SHA-256, redacted]");
    }

    private static String mac(HashFunction function, String key, String message) {
        byte[] text = message.getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of()
                .formatHex(Hmac.of(function, key.getBytes(StandardCharsets.US_ASCII))
                        .sign(text, text.length));
    }

    private static byte[] byJdk(String algorithm, byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(message);
    }

    private static ByteSource source(byte[] bytes) {
        return (target, at) -> {
            System.arraycopy(bytes, 0, target, at, bytes.length);
            return at + bytes.length;
        };
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
