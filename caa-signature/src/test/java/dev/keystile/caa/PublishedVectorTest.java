package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiSecret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The vector that the scheme's own documentation publishes for {@code SHA1_DIGEST}, as the contracts quote it. */
class PublishedVectorTest {

    private static final String ACTION = "user:personal-profile";
    private static final String API_KEY = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
    private static final String SECRET_KEY = "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=";
    private static final long TIMESTAMP = 1494908261599L;
    private static final String SIGNATURE = "VHTnYjscONrGXMumaGChvV+Q+Xo=";
    private static final String HEADER = "Caa U3pnZ1U4ZGoyeGNlZ1hmWlZ4MXVjbS9oS2dyZThESWNrSFBveGtrbituMD06"
            + "VkhUbllqc2NPTnJHWE11bWFHQ2h2VitRK1hvPSAxNDk0OTA4MjYxNTk5";

    @Test
    void aSignerWritesThePublishedHeader() {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(TIMESTAMP), ZoneOffset.UTC);

        assertThat(CaaSigner.of(API_KEY, SECRET_KEY)
                        .using(CaaAlgorithm.SHA1_DIGEST)
                        .at(clock)
                        .sign(ACTION))
                .isEqualTo(HEADER);
    }

    @Test
    void theSignatureIsTheSha1OfTheTextWithTheSecretInIt() {
        SigningString signing = new SigningString(ACTION, header().apiKey(), Long.toString(TIMESTAMP));

        assertThat(CanonicalBase64.encode(CaaAlgorithm.SHA1_DIGEST.digest(signing, secret())))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void theHeaderSpellsThePublishedApiKey() {
        assertThat(header().apiKey().text()).isEqualTo(API_KEY);
    }

    @Test
    void theHeaderSpellsThePublishedSignature() {
        assertThat(CanonicalBase64.encode(header().signature())).isEqualTo(SIGNATURE);
    }

    @Test
    void theHeaderSpellsThePublishedTimestamp() {
        assertThat(header().timestampMillis()).isEqualTo(TIMESTAMP);
    }

    @Test
    void theHeaderIsFormattedAsItWasParsed() {
        assertThat(header().format()).isEqualTo(HEADER);
    }

    @Test
    void aVerifierThatAlsoAcceptsTheLegacyDigestVerifiesIt() {
        CaaVerifier verifier = CaaVerifier.standard().alsoAcceptingLegacyDigest();

        assertThat(verifier.verify(ACTION, header(), secret(), TIMESTAMP))
                .isInstanceOfSatisfying(
                        VerifiedSignature.class,
                        verified -> assertThat(verified.algorithm()).isEqualTo(CaaAlgorithm.SHA1_DIGEST));
    }

    @Test
    void aStandardVerifierRefusesIt() {
        assertThat(CaaVerifier.standard().verify(ACTION, header(), secret(), TIMESTAMP))
                .isEqualTo(CaaVerdict.Rejection.WRONG_SIGNATURE);
    }

    private static CaaHeader header() {
        return (CaaHeader) CaaHeader.parse(HEADER);
    }

    private static ApiSecret secret() {
        return ApiSecret.parse(SECRET_KEY).orElseThrow();
    }
}
