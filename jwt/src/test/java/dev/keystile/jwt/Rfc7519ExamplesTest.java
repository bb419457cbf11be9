package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7519: one is signed, and a JWT all right; the others are nothing that we accept. */
class Rfc7519ExamplesTest {

    private static final String SECTION_6_1 = "eyJhbGciOiJub25lIn0." + Rfc7515AppendixATest.CLAIMS + ".";
    private static final String APPENDIX_A_1 = "eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0."
            + "QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8qDcjiHnSJflSdv1iNqhWXaKH4MqAkQtMoNfABIPJaZm0HaA415sv3aeuBWnD8J-Ui7Ah6cWafs3ZwwFK"
            + "DFUUsWHSK-IPKxLGTkND09XyjORj_CHAgOPJ-Sd8ONQRnJvWn_hXV1BNMHzUjPyYwEsRhDhzjAD26imasOTsgruobpYGoQcXUwFDn7moXPRfDE8-"
            + "NoQX7N7ZYMmpUDkR-Cx9obNGwJQ3nM52YCitxoQVPzjbl7WBuB7AohdBoZOdZ24WlN1lVIeh8v1K4krB8xgKvRU8kgFrEn_a1rZgN5TiysnmzTRO"
            + "F869lQ.AxY8DCtDaGlsbGljb3RoZQ."
            + "MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3roJDXQyhxx0wKaMHDjUEOKIwrtkHthpqEanSBNYHZgmNOV7sln1Eu9g3J8."
            + "fiK51VwhsxJ-siBMR-YFiA";

    private final SettableClock clock = SettableClock.atSecond(1_300_819_000);
    private final KeyRing keys =
            KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(Rfc7515AppendixATest.A1_SECRET)));
    private final TokenVerifier verifier =
            new TokenVerifier(keys, TokenRules.issuedBy("joe").build(), clock);

    @Test
    void section3_1IsRefusedForTheClaimsThatWeNeedAndItLacks() {
        assertThat(verifier.verify(Rfc7515AppendixATest.A1_TOKEN)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.MALFORMED);
            assertThat(refused.detail()).startsWith("sub is missing");
        });
    }

    @Test
    void section3_1IsReadUnverified() {
        assertThat(UnverifiedToken.parse(Rfc7515AppendixATest.A1_TOKEN))
                .hasValueSatisfying(token -> assertThat(token.claims())
                        .containsEntry("iss", "joe")
                        .containsEntry("exp", 1_300_819_380L)
                        .containsEntry("http://example.com/is_root", true));
    }

    @Test
    void section6_1UnsecuredIsRefused() {
        assertThat(verifier.verify(SECTION_6_1)).isInstanceOf(Refused.class);
    }

    @Test
    void appendixA_1EncryptedIsRefused() {
        assertThat(verifier.verify(APPENDIX_A_1)).isInstanceOf(Refused.class);
    }

    @Test
    void appendixA_2NestedIsRefused() {
        String nested = APPENDIX_A_1.replaceFirst(
                "^[^.]+", Forge.segment("{\"alg\":\"RSA1_5\",\"enc\":\"A128CBC-HS256\",\"cty\":\"JWT\"}"));
        assertThat(verifier.verify(nested)).isInstanceOf(Refused.class);
    }
}
