package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keystile.core.ApiSecret;
import java.util.Base64;
import java.util.Optional;

/** The header is read exactly as a reader would that knows nothing but the contract, and written as it was read. */
class CaaHeaderFuzzTest {

    private static final ApiSecret SECRET =
            ApiSecret.parse("fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=").orElseThrow();
    private static final String ACTION = "user:personal-profile";
    private static final CaaVerifier VERIFIER = CaaVerifier.standard().alsoAcceptingLegacyDigest();

    @DictionaryEntries({"Caa ", "caa ", "CAA ", "Bearer ", "=", "==", ":", " ", "1494908261599", "\u00A0", "\u212A"})
    @FuzzTest
    void agreesWithTheReference(byte[] input) {
        String value = new String(input, UTF_8);

        ParsedHeader parsed = CaaHeader.parse(value);

        Optional<ReferenceHeader> expected = ReferenceHeader.parse(value);
        if (parsed instanceof CaaHeader header) {
            assertThat(Optional.of(partsOf(header))).isEqualTo(expected);
            assertThat(header.format()).isEqualTo("Caa " + value.substring("Caa ".length()));
            assertThat(CaaHeader.parse(header.format())).isInstanceOf(CaaHeader.class);
            verifiesAsTheReferenceSigns(header, expected.orElseThrow());
        } else {
            assertThat(parsed).isInstanceOf(HeaderFault.class);
            assertThat(expected).isEmpty();
        }
    }

    private static void verifiesAsTheReferenceSigns(CaaHeader header, ReferenceHeader reference) {
        CaaVerdict verdict = VERIFIER.verify(ACTION, header, SECRET, header.timestampMillis());

        assertThat(verdict instanceof VerifiedSignature).isEqualTo(reference.isSigned(ACTION, SECRET.reveal()));
    }

    private static ReferenceHeader partsOf(CaaHeader header) {
        return new ReferenceHeader(
                header.apiKey().text(),
                Base64.getEncoder().encodeToString(header.signature()),
                String.format("%013d", header.timestampMillis()));
    }
}
