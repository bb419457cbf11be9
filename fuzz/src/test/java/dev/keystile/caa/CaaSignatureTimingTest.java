package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.timing.TimingTrial;
import dev.keystile.timing.TimingVerdict;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of a guessed signature is right can't be told from the time that it takes to refuse it. */
@Tag("timing")
class CaaSignatureTimingTest {

    private static final int VERIFICATIONS = 1_000_000;
    private static final int HEADERS = 256;
    private static final String ACTION = "user:refresh-keys";
    private static final long NOW = 1_700_000_000_000L;
    private static final ApiKey KEY =
            ApiKey.parse("SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=").orElseThrow();
    private static final ApiSecret SECRET =
            ApiSecret.parse("fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=").orElseThrow();
    private static final CaaVerifier VERIFIER = CaaVerifier.standard().alsoAcceptingLegacyDigest();

    @ParameterizedTest
    @EnumSource
    void aWrongFirstByteTakesAsLongAsAWrongLastOne(CaaAlgorithm algorithm) {
        assertAlike(
                algorithm + ", first byte wrong and last byte wrong",
                new TimingTrial<>(
                        headers(algorithm, CaaSignatureTimingTest::firstWrong),
                        headers(algorithm, CaaSignatureTimingTest::lastWrong),
                        CaaSignatureTimingTest::copy,
                        header -> VERIFIER.verify(ACTION, header, SECRET, NOW) instanceof VerifiedSignature));
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureThatIsAlmostRightTakesAsLongAsARandomOne(CaaAlgorithm algorithm) {
        Random random = new Random(1);
        assertAlike(
                algorithm + ", last byte wrong and random",
                new TimingTrial<>(
                        headers(algorithm, CaaSignatureTimingTest::lastWrong),
                        headers(algorithm, signature -> {
                            random.nextBytes(signature);
                            return signature;
                        }),
                        CaaSignatureTimingTest::copy,
                        header -> VERIFIER.verify(ACTION, header, SECRET, NOW) instanceof VerifiedSignature));
    }

    private static void assertAlike(String what, TimingTrial<CaaHeader, CaaHeader> trial) {
        TimingVerdict verdict = trial.measure(VERIFICATIONS);

        System.out.println("Caa, " + what + ": " + verdict);
        assertThat(verdict.answers()).as("how many were verified").isZero();
        assertThat(verdict.isReal()).as(verdict.toString()).isFalse();
    }

    private static List<CaaHeader> headers(CaaAlgorithm algorithm, UnaryOperator<byte[]> change) {
        return IntStream.range(0, HEADERS)
                .mapToObj(i -> {
                    String timestamp = Long.toString(NOW + i);
                    byte[] signature = algorithm.digest(new SigningString(ACTION, KEY, timestamp), SECRET);
                    return new CaaHeader(KEY, change.apply(signature), timestamp);
                })
                .toList();
    }

    private static CaaHeader copy(CaaHeader header) {
        return new CaaHeader(KEY, header.signature(), Long.toString(header.timestampMillis()));
    }

    private static byte[] firstWrong(byte[] signature) {
        signature[0] ^= 1;
        return signature;
    }

    private static byte[] lastWrong(byte[] signature) {
        signature[signature.length - 1] ^= 1;
        return signature;
    }
}
