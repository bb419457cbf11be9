package dev.keystile.caa;

import static dev.keystile.caa.TestPair.ACTION;
import static dev.keystile.caa.TestPair.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keystile.fixture.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients sign, and how they correct a wrong clock. */
class CaaSignerTest {

    private final TestPair pair = TestPair.random();
    private final AdjustableClock clock = new AdjustableClock(NOW);
    private final CaaSigner signer = CaaSigner.of(pair.apiKey(), pair.secret()).at(clock);

    @Test
    void aSignerUsesHmacSha1UnlessToldOtherwise() {
        VerifiedSignature verified = (VerifiedSignature)
                CaaVerifier.standard().verify(ACTION, TestPair.parse(signer.sign(ACTION)), pair.secret(), NOW);

        assertThat(verified.algorithm()).isEqualTo(CaaAlgorithm.HMAC_SHA1);
    }

    @Test
    void aSignerOfTheGrantsTextsSignsLikeOneOfTheParsedPair() {
        CaaSigner ofTexts =
                CaaSigner.of(pair.apiKey().text(), pair.secret().reveal()).at(clock);

        assertThat(ofTexts.sign(ACTION)).isEqualTo(signer.sign(ACTION));
    }

    @Test
    void aSignerByTheSystemsClockSignsNow() {
        long before = System.currentTimeMillis();
        CaaHeader header =
                TestPair.parse(CaaSigner.of(pair.apiKey(), pair.secret()).sign(ACTION));

        assertThat(header.timestampMillis()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void theServersTimeCorrectsAClockThatIsSlow() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 86_400_000));

        assertThat(signedAt(signer)).isEqualTo(NOW + 86_400_000);
    }

    @Test
    void theServersTimeCorrectsAClockThatIsFast() {
        signer.adjustTo(Instant.ofEpochMilli(NOW - 86_400_000));

        assertThat(signedAt(signer)).isEqualTo(NOW - 86_400_000);
    }

    @Test
    void aRequestThatIsBoundIsSignedByTheCorrectedClockToo() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 5_000));
        CaaHeader header = TestPair.parse(signer.sign(ACTION, RequestBinding.of("GET", "/orders", new byte[0])));

        assertThat(header.timestampMillis()).isEqualTo(NOW + 5_000);
    }

    @Test
    void aCorrectedClockGoesOn() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 5_000));
        clock.advance(Duration.ofSeconds(2));

        assertThat(signedAt(signer)).isEqualTo(NOW + 7_000);
    }

    @Test
    void aLaterCorrectionReplacesAnEarlierOne() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 5_000));
        signer.adjustTo(Instant.ofEpochMilli(NOW + 1_000));

        assertThat(signedAt(signer)).isEqualTo(NOW + 1_000);
    }

    @Test
    void aDateHeaderCorrectsTheClock() {
        signer.adjustToDate("Sun, 06 Nov 1994 08:49:37 GMT");

        assertThat(signedAt(signer)).isEqualTo(784_111_777_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, -1, 0, 1, 1_000})
    void aDateWithinTheHeadersPrecisionOfASecondLeavesTheClockAlone(long ahead) {
        clock.setMillis(NOW + ahead);
        signer.adjustToDate(httpDate(NOW));

        assertThat(signedAt(signer)).isEqualTo(NOW + ahead);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_001, 1_001})
    void aDateFurtherAwayThanASecondCorrectsTheClock(long ahead) {
        clock.setMillis(NOW + ahead);
        signer.adjustToDate(httpDate(NOW));

        assertThat(signedAt(signer)).isEqualTo(NOW);
    }

    @Test
    void aDateDoesNotSpoilAFinerCorrection() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 60_750));
        signer.adjustToDate(httpDate(NOW + 60_000));

        assertThat(signedAt(signer)).isEqualTo(NOW + 60_750);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1700000000000", "Sun, 06 Nov 1994", "Mon, 06 Nov 1994 08:49:37 GMT"})
    void whatIsNoDateIsIgnored(String noDate) {
        signer.adjustToDate(noDate);

        assertThat(signedAt(signer)).isEqualTo(NOW);
    }

    @Test
    void signersForOtherAlgorithmsShareTheCorrection() {
        CaaSigner other = signer.using(CaaAlgorithm.HMAC_SHA256);
        other.adjustTo(Instant.ofEpochMilli(NOW + 5_000));

        assertThat(signedAt(signer)).isEqualTo(NOW + 5_000);
    }

    @Test
    void aSignerByAnotherClockStartsUncorrected() {
        signer.adjustTo(Instant.ofEpochMilli(NOW + 5_000));

        assertThat(signedAt(signer.at(clock))).isEqualTo(NOW);
    }

    @Test
    void aSignerForTheRenewedPairKeepsAlgorithmAndCorrection() {
        TestPair next = TestPair.random();
        CaaSigner corrected = signer.using(CaaAlgorithm.HMAC_SHA256);
        corrected.adjustTo(Instant.ofEpochMilli(NOW + 5_000));

        CaaHeader header = TestPair.parse(
                corrected.renewed(next.apiKey().text(), next.secret().reveal()).sign(ACTION));

        assertThat(CaaVerifier.standard().verify(ACTION, header, next.secret(), NOW + 5_000))
                .isInstanceOfSatisfying(
                        VerifiedSignature.class,
                        verified -> assertThat(verified.algorithm()).isEqualTo(CaaAlgorithm.HMAC_SHA256));
    }

    @Test
    void anEarlyTimestampIsFilledUpToThirteenDigits() {
        assertThat(TestPair.parse(pair.signAt(1)).timestampMillis()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10_000_000_000_000L})
    void aClockThatThirteenDigitsCannotTellIsRefused(long millis) {
        clock.setMillis(millis);

        assertThatIllegalStateException().isThrownBy(() -> signer.sign(ACTION)).withMessageContaining("13 digits");
    }

    @Test
    void anActionThatCannotBeSignedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> signer.sign("a&apiKey=b"));
    }

    @Test
    void anApiKeyThatIsNotCanonicalIsRefusedWithoutAnEcho() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaaSigner.of("short", pair.secret().reveal()))
                .withMessageContaining("apiKey")
                .withMessageNotContaining("short");
    }

    @Test
    void aSecretKeyThatIsNotCanonicalIsRefusedWithoutAnEcho() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaaSigner.of(pair.apiKey().text(), "hush"))
                .withMessageContaining("secretKey")
                .withMessageNotContaining("hush");
    }

    @Test
    void toStringShowsTheAlgorithmAndAMaskedKeyAlone() {
        assertThat(signer).hasToString("CaaSigner[" + pair.apiKey() + ", HMAC_SHA1]");
    }

    private static long signedAt(CaaSigner signer) {
        return TestPair.parse(signer.sign(ACTION)).timestampMillis();
    }

    private static String httpDate(long millis) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
}
