package dev.keystile.caa;

import static dev.keystile.caa.CaaAlgorithm.HMAC_SHA1;
import static dev.keystile.caa.CaaAlgorithm.HMAC_SHA256;
import static dev.keystile.caa.CaaAlgorithm.SHA1_DIGEST;
import static dev.keystile.caa.CaaVerdict.Rejection.OUTSIDE_WINDOW;
import static dev.keystile.caa.CaaVerdict.Rejection.WRONG_SIGNATURE;
import static dev.keystile.caa.TestPair.ACTION;
import static dev.keystile.caa.TestPair.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.ApiKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts, "The Caa scheme": which signatures count. */
class CaaVerifierTest {

    private static final CaaVerifier EVERY_ALGORITHM = CaaVerifier.standard().alsoAcceptingLegacyDigest();

    private final TestPair pair = TestPair.random();

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void whatASignerSignsAVerifierVerifies(CaaAlgorithm algorithm) {
        assertThat(verify(EVERY_ALGORITHM, pair.sign(algorithm)))
                .isInstanceOfSatisfying(
                        VerifiedSignature.class,
                        verified -> assertThat(verified.algorithm()).isEqualTo(algorithm));
    }

    @ParameterizedTest
    @MethodSource("everySetAndEveryAlgorithm")
    void anAlgorithmIsAcceptedIfAndOnlyIfItIsInTheVerifiersSet(Set<CaaAlgorithm> accepted, CaaAlgorithm signedBy) {
        CaaVerdict verdict = verify(CaaVerifier.standard().accepting(accepted), pair.sign(signedBy));

        assertThat(verdict instanceof VerifiedSignature).isEqualTo(accepted.contains(signedBy));
    }

    static Stream<Arguments> everySetAndEveryAlgorithm() {
        return Stream.of(
                        EnumSet.of(HMAC_SHA1),
                        EnumSet.of(HMAC_SHA256),
                        EnumSet.of(SHA1_DIGEST),
                        EnumSet.of(HMAC_SHA1, HMAC_SHA256),
                        EnumSet.of(HMAC_SHA1, SHA1_DIGEST),
                        EnumSet.of(HMAC_SHA256, SHA1_DIGEST),
                        EnumSet.allOf(CaaAlgorithm.class))
                .flatMap(
                        accepted -> Stream.of(CaaAlgorithm.values()).map(signedBy -> Arguments.of(accepted, signedBy)));
    }

    @Test
    void theLegacyDigestIsOffUnlessItIsTurnedOn() {
        assertThat(CaaVerifier.standard().accepted()).containsExactlyInAnyOrder(HMAC_SHA1, HMAC_SHA256);
    }

    @Test
    void turningTheLegacyDigestOnKeepsTheOthers() {
        assertThat(EVERY_ALGORITHM.accepted()).containsExactlyInAnyOrder(CaaAlgorithm.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_000, -299_999, -1, 0, 1, 299_999, 300_000})
    void aTimestampUpToFiveMinutesFromTheServersClockIsAccepted(long ahead) {
        assertThat(verify(CaaVerifier.standard(), pair.signAt(NOW + ahead))).isInstanceOf(VerifiedSignature.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400_000, -300_001, 300_001, 86_400_000})
    void aTimestampAMillisecondFurtherIsOutsideTheWindow(long ahead) {
        assertThat(verify(CaaVerifier.standard(), pair.signAt(NOW + ahead))).isEqualTo(OUTSIDE_WINDOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9_999_999_999_999L})
    void theExtremesOfThirteenDigitsAreOutsideTheWindow(long timestamp) {
        assertThat(verify(CaaVerifier.standard(), pair.signAt(timestamp))).isEqualTo(OUTSIDE_WINDOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + NOW, Long.MAX_VALUE + NOW})
    void aClockSoFarOffThatTheDifferenceOverflowsAcceptsNothing(long serverMillis) {
        CaaHeader header = TestPair.parse(pair.signAt(NOW));

        assertThat(CaaVerifier.standard().verify(ACTION, header, pair.secret(), serverMillis))
                .isEqualTo(OUTSIDE_WINDOW);
    }

    @Test
    void theWindowIsWhatItWasSetTo() {
        CaaVerifier verifier = CaaVerifier.standard().within(Duration.ofSeconds(30));

        assertThat(verify(verifier, pair.signAt(NOW - 30_000))).isInstanceOf(VerifiedSignature.class);
        assertThat(verify(verifier, pair.signAt(NOW - 30_001))).isEqualTo(OUTSIDE_WINDOW);
    }

    @Test
    void aWrongSignatureIsToldBeforeAWrongTime() {
        String header = TestPair.random().signAt(NOW - 300_001);

        assertThat(verify(CaaVerifier.standard(), header)).isEqualTo(WRONG_SIGNATURE);
    }

    @Test
    void aSignatureForAnotherActionIsWrong() {
        CaaHeader header = TestPair.parse(pair.sign(HMAC_SHA1));

        assertThat(CaaVerifier.standard().verify("user:refresh-keys", header, pair.secret(), NOW))
                .isEqualTo(WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void aSignatureByAnotherSecretIsWrong(CaaAlgorithm algorithm) {
        CaaHeader header = TestPair.parse(pair.sign(algorithm));

        assertThat(EVERY_ALGORITHM.verify(ACTION, header, TestPair.random().secret(), NOW))
                .isEqualTo(WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void aSignatureThatWasCutShortOrExtendedIsWrong(CaaAlgorithm algorithm) {
        CaaHeader header = TestPair.parse(pair.sign(algorithm));
        for (int length = 1; length <= 64; length++) {
            if (length != algorithm.length()) {
                byte[] resized = Arrays.copyOf(header.signature(), length);

                assertThat(verify(EVERY_ALGORITHM, header.apiKey(), resized)).isEqualTo(WRONG_SIGNATURE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void aSignatureWithOneBitFlippedIsWrongWhicheverBitItIs(CaaAlgorithm algorithm) {
        CaaHeader header = TestPair.parse(pair.sign(algorithm));
        for (int bit = 0; bit < 8 * algorithm.length(); bit++) {
            byte[] flipped = header.signature();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(verify(EVERY_ALGORITHM, header.apiKey(), flipped)).isEqualTo(WRONG_SIGNATURE);
        }
    }

    /** A flip that only changes the case of a letter of the scheme leaves the header as it is; no other flip does. */
    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void aHeaderWithOneBitFlippedIsRefusedWhicheverBitItIs(CaaAlgorithm algorithm) {
        String header = pair.sign(algorithm);
        for (int bit = 0; bit < 8 * header.length(); bit++) {
            boolean changesCaseOfScheme = bit < 24 && bit % 8 == 5;
            StringBuilder flipped = new StringBuilder(header);
            flipped.setCharAt(bit / 8, (char) (header.charAt(bit / 8) ^ 1 << bit % 8));

            assertThat(isAccepted(flipped.toString())).as("bit %d", bit).isEqualTo(changesCaseOfScheme);
        }
    }

    @Test
    void aVerifierThatAcceptsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaaVerifier.standard().accepting(Set.of()))
                .withMessageContaining("at least one algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void aWindowThatIsNotPositiveOrLongerThanADayIsRefused(Duration window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaaVerifier.standard().within(window))
                .withMessageContaining(window.toString());
    }

    @Test
    void aWindowOfADayIsTheLongest() {
        assertThat(CaaVerifier.standard().within(Duration.ofDays(1)).window()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aVerifierIsNotChangedByTheOnesMadeFromIt() {
        CaaVerifier verifier = CaaVerifier.standard();
        verifier.alsoAcceptingLegacyDigest();
        verifier.within(Duration.ofSeconds(1));
        verifier.accepted().clear();

        assertThat(verifier.accepted()).containsExactlyInAnyOrder(HMAC_SHA1, HMAC_SHA256);
        assertThat(verifier.window()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aVerifiedSignatureTellsWhatWasSignedAndRedactsIt() {
        VerifiedSignature verified = (VerifiedSignature) verify(CaaVerifier.standard(), pair.sign(HMAC_SHA1));

        assertThat(verified.action()).isEqualTo(ACTION);
        assertThat(verified.header().apiKey()).isEqualTo(pair.apiKey());
        assertThat(verified.toString())
                .isEqualTo("VerifiedSignature[" + ACTION + ", CaaHeader[" + pair.apiKey() + ", signature redacted, "
                        + NOW + "], HMAC_SHA1]");
    }

    private CaaVerdict verify(CaaVerifier verifier, String header) {
        return verifier.verify(ACTION, TestPair.parse(header), pair.secret(), NOW);
    }

    private CaaVerdict verify(CaaVerifier verifier, ApiKey apiKey, byte[] signature) {
        CaaHeader header = new CaaHeader(apiKey, signature, Long.toString(NOW));
        return verifier.verify(ACTION, header, pair.secret(), NOW);
    }

    private boolean isAccepted(String text) {
        return CaaHeader.parse(text) instanceof CaaHeader header
                && header.apiKey().equals(pair.apiKey())
                && EVERY_ALGORITHM.verify(ACTION, header, pair.secret(), NOW) instanceof VerifiedSignature;
    }
}
