package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.codec.CanonicalBase64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts, "The Caa scheme": what a header is, and what is none. */
class CaaHeaderTest {

    private static final String KEY = "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=";
    private static final String SIGNATURE = "VHTnYjscONrGXMumaGChvV+Q+Xo=";
    private static final String INNER = KEY + ":" + SIGNATURE + " 1494908261599";

    @ParameterizedTest
    @ValueSource(strings = {"Caa", "caa", "CAA", "cAa"})
    void theSchemeIsComparedWithoutRegardToCase(String scheme) {
        assertThat(CaaHeader.parse(scheme + " " + base64(INNER))).isInstanceOf(CaaHeader.class);
    }

    @ParameterizedTest
    @EnumSource(CaaAlgorithm.class)
    void whatIsFormattedParsesToTheSameText(CaaAlgorithm algorithm) {
        String header = TestPair.random().sign(algorithm);

        assertThat(TestPair.parse(header).format()).isEqualTo(header);
    }

    @Test
    void aHeaderInAnotherCaseIsFormattedInTheOneSpelling() {
        assertThat(TestPair.parse("caa " + base64(INNER)).format()).isEqualTo("Caa " + base64(INNER));
    }

    @Test
    void noHeaderIsMissing() {
        assertThat(CaaHeader.parse(List.of())).isEqualTo(HeaderFault.MISSING);
    }

    @Test
    void aHeaderThatWasSentTwiceIsRefusedEvenIfBothAreTheSame() {
        String header = "Caa " + base64(INNER);

        assertThat(CaaHeader.parse(List.of(header, header))).isEqualTo(HeaderFault.REPEATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Caa", "Caa\t", "Bearer x", "CaaX x", " Caa x", "Caa\u00A0x", "C\u0430a x"})
    void whatDoesNotBeginWithTheSchemeAndASpaceIsAnotherScheme(String header) {
        assertThat(CaaHeader.parse(header)).isEqualTo(HeaderFault.OTHER_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Caa  ",
                "Caa ====",
                "Caa A",
                "Caa AA=",
                "Caa AB==",
                "Caa AAA",
                "Caa AAAA\n",
                "Caa AA-_",
                "Caa é中"
            })
    void whatIsNotCanonicalBase64IsRefused(String header) {
        assertThat(CaaHeader.parse(header)).isEqualTo(HeaderFault.NOT_BASE64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|WRONG_SHAPE",
                "{ak} {sig} {ts}|WRONG_SHAPE",
                "{ak}:{sig}{ts}|WRONG_SHAPE",
                "{ak}:{sig}\t{ts}|WRONG_SHAPE",
                "{ak}:{sig} {ts} |WRONG_SHAPE",
                " {ak}:{sig} {ts}|WRONG_SHAPE",
                "{ak} :{sig} {ts}|WRONG_SHAPE",
                ": |WRONG_SHAPE",
                "{ak}: {ts}|BAD_SIGNATURE",
                "{ak}:{sig}  {ts}|BAD_SIGNATURE",
                "{ak}:{sig}:{sig} {ts}|BAD_SIGNATURE",
                "{ak}:{sig}A {ts}|BAD_SIGNATURE",
                "!{tail}:{sig} {ts}|BAD_API_KEY",
                "{ak}:{sig} 149490826159x|BAD_TIMESTAMP",
                "{ak}:{sig} +494908261599|BAD_TIMESTAMP",
                "{ak}:{sig} -494908261599|BAD_TIMESTAMP",
                "{ak}:{sig} 1494908261.99|BAD_TIMESTAMP",
                "{ak}:{sig} 149490826159|WRONG_SHAPE",
                "{ak}:{sig} 14949082615990|WRONG_SHAPE"
            })
    void whatIsNotKeySignatureAndThirteenDigitsIsRefused(String shape, HeaderFault fault) {
        String inner = shape.replace("{ak}", KEY)
                .replace("{tail}", KEY.substring(1))
                .replace("{sig}", SIGNATURE)
                .replace("{ts}", "1494908261599");

        assertThat(CaaHeader.parse("Caa " + base64(inner))).isEqualTo(fault);
    }

    @Test
    void aSignatureOfAnyLengthIsWellFormed() {
        for (int length = 1; length <= 64; length++) {
            String signature = CanonicalBase64.encode(new byte[length]);

            assertThat(TestPair.parse("Caa " + base64(KEY + ":" + signature + " 1494908261599"))
                            .signature())
                    .hasSize(length);
        }
    }

    @Test
    void theLongestHeaderThatIsLookedAtHas8KiB() {
        assertThat(CaaHeader.parse("Caa " + "A".repeat(CaaHeader.MAX_LENGTH - 4)))
                .isEqualTo(HeaderFault.WRONG_SHAPE);
    }

    @Test
    void aHeaderOverEightKibibytesIsRefusedUndecoded() {
        assertThat(CaaHeader.parse("Caa " + "A".repeat(CaaHeader.MAX_LENGTH - 3)))
                .isEqualTo(HeaderFault.TOO_LONG);
    }

    /** Whatever was refused or seen before can't come back in another guise. */
    @Test
    void ofAnyMutationsOfAHeaderThoseThatParseAreTheOneSpellingOfThemselves() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String mutated = mutated(base64(mutated(INNER, random)), random);

            if (CaaHeader.parse("Caa " + mutated) instanceof CaaHeader header) {
                assertThat(header.format()).as("seed %d", seed).isEqualTo("Caa " + mutated);
            }
        }
    }

    @Test
    void toStringShowsNeitherTheSignatureNorTheWholeKey() {
        assertThat(TestPair.parse("Caa " + base64(INNER)).toString())
                .isEqualTo("CaaHeader[ApiKey[SzggU8…], signature redacted, 1494908261599]");
    }

    @Test
    void theSignatureThatIsHandedOutIsACopy() {
        CaaHeader header = TestPair.parse("Caa " + base64(INNER));
        header.signature()[0] ^= 1;

        assertThat(CanonicalBase64.encode(header.signature())).isEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(HeaderFault.class)
    void everyFaultIsDescribedInWordsOfItsOwn(HeaderFault fault) {
        assertThat(HeaderFault.values())
                .filteredOn(other -> other.description().equals(fault.description()))
                .containsExactly(fault);
    }

    /** With a character or two replaced, inserted or removed, or none. */
    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutated.length());
            String with = random.nextInt(3) == 0 ? "" : String.valueOf((char) random.nextInt(256));
            mutated.replace(at, at + random.nextInt(2), with);
        }
        return mutated.toString();
    }

    private static String base64(String text) {
        return CanonicalBase64.encode(text.getBytes(ISO_8859_1));
    }
}
