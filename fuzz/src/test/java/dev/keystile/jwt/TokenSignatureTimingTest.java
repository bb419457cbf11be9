package dev.keystile.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.timing.TimingTrial;
import dev.keystile.timing.TimingVerdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of a token's guessed signature is right can't be told from the time that it takes to refuse it. */
@Tag("timing")
class TokenSignatureTimingTest {

    private static final int VERIFICATIONS = 1_000_000;
    private static final int TOKENS = 256;
    private static final byte[] SECRET = "0123456789abcdefghijklmnopqrstuv".getBytes(US_ASCII);
    private static final HmacUtils HMAC = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final TokenKey KEY = TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(SECRET));

    private final TokenVerifier verifier = new TokenVerifier(
            KeyRing.of(KEY),
            TokenRules.issuedBy("ours").build(),
            Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC));

    @Test
    void aWrongFirstByteTakesAsLongAsAWrongLastOne() {
        assertAlike(
                "first byte wrong and last byte wrong",
                new TimingTrial<>(
                        tokens(signature -> flipped(signature, 0)),
                        tokens(signature -> flipped(signature, signature.length - 1)),
                        TokenSignatureTimingTest::copy,
                        token -> verifier.verify(token) instanceof VerifiedToken));
    }

    @Test
    void aSignatureThatIsAlmostRightTakesAsLongAsARandomOne() {
        Random random = new Random(1);
        assertAlike(
                "last byte wrong and random",
                new TimingTrial<>(
                        tokens(signature -> flipped(signature, signature.length - 1)),
                        tokens(signature -> {
                            random.nextBytes(signature);
                            return signature;
                        }),
                        TokenSignatureTimingTest::copy,
                        token -> verifier.verify(token) instanceof VerifiedToken));
    }

    private static void assertAlike(String what, TimingTrial<byte[], String> trial) {
        TimingVerdict verdict = trial.measure(VERIFICATIONS);

        System.out.println("HS256, " + what + ": " + verdict);
        assertThat(verdict.answers()).as("how many were verified").isZero();
        assertThat(verdict.isReal()).as(verdict.toString()).isFalse();
    }

    private static String copy(byte[] token) {
        return new String(token, US_ASCII);
    }

    private static byte[] flipped(byte[] signature, int at) {
        signature[at] ^= 1;
        return signature;
    }

    private static List<byte[]> tokens(UnaryOperator<byte[]> change) {
        return IntStream.range(0, TOKENS)
                .mapToObj(i -> {
                    String signed = segment("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                            + segment(
                                    "{\"sub\":\"alice\",\"iss\":\"ours\",\"iat\":1700000000,\"exp\":1700000600,\"jti\":\"%05d\"}"
                                            .formatted(i));
                    return (signed + "." + BASE64.encodeToString(change.apply(HMAC.hmac(signed)))).getBytes(US_ASCII);
                })
                .toList();
    }

    private static String segment(String json) {
        return BASE64.encodeToString(json.getBytes(US_ASCII));
    }
}
