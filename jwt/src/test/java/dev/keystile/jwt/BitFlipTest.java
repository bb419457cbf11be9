package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8725, section 3.3: all or nothing. No token survives the change of a single bit, wherever it is. */
class BitFlipTest {

    private static final TokenRules RULES =
            TokenRules.issuedBy("https://issuer.example.com").audience("api").build();

    @ParameterizedTest
    @EnumSource(
            value = TokenAlgorithm.class,
            names = {"HS256", "HS384", "HS512", "RS256", "PS256", "ES256", "ED25519"})
    void everyBitFlipOfATokenIsRefused(TokenAlgorithm algorithm) {
        SettableClock clock = SettableClock.atSecond(1_700_000_000);
        KeyRing keys = KeyRing.of(TestKeys.keyFor(algorithm));
        TokenVerifier verifier = new TokenVerifier(keys, RULES, clock);
        byte[] token = new TokenIssuer(keys, RULES, clock, new SeededBytes(7))
                .issue("u1", Map.of("role", "reader"))
                .reveal()
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(verifier.verify(text(token))).isInstanceOf(VerifiedToken.class);
        for (int bit = 0; bit < token.length * 8; bit++) {
            token[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.verify(text(token))).as("bit " + bit).isInstanceOf(TokenVerdict.Refused.class);
            token[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    private static String text(byte[] latin1) {
        return new String(latin1, StandardCharsets.ISO_8859_1);
    }
}
