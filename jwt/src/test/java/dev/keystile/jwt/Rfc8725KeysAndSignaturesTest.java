package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725 and its successor in the making ("bis"): algorithms, keys, envelopes; with RFC 7515 where the clauses lean on it. */
class Rfc8725KeysAndSignaturesTest {

    private static final byte[] SECRET = TestKeys.secret(32);
    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    private static final String CLAIMS =
            "{\"iss\":\"ours\",\"sub\":\"u1\",\"jti\":\"j1\",\"iat\":1700000000,\"exp\":1700000600}";
    private static final TokenRules RULES = TokenRules.issuedBy("ours").build();

    private final SettableClock clock = SettableClock.atSecond(1_700_000_000);
    private final TokenVerifier verifier = verifier(KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256)));

    @Test
    void theTokenThatTheOthersAreVariationsOfIsAccepted() {
        assertThat(verifier.verify(Forge.hs256(HEADER, CLAIMS, SECRET))).isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @EnumSource(TokenAlgorithm.class)
    void section3_1OfTokensCorrectlySignedWithEveryAlgorithmAKeyTakesItsOwnAlone(TokenAlgorithm bound) {
        for (TokenAlgorithm used : TokenAlgorithm.values()) {
            KeyRing theirs = KeyRing.of(TestKeys.keyFor(used));
            String token = new TokenIssuer(theirs, RULES, clock, new SeededBytes(1))
                    .issue("u1", Map.of())
                    .reveal();
            TokenVerdict verdict = verifier(KeyRing.of(TestKeys.keyFor(bound))).verify(token);
            assertThat(verdict instanceof VerifiedToken).as(used.jwsName()).isEqualTo(used == bound);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenAlgorithm.class,
            names = {"HS256", "RS256", "PS256", "ES256"})
    void section3_1AKidLeadsToAKeyAndItsOneAlgorithm(TokenAlgorithm used) {
        KeyRing ring = KeyRing.of(TestKeys.keyFor(TokenAlgorithm.HS256).withKid("HS256"))
                .mixingSecretsAndPublicKeys()
                .withRetired(TestKeys.keyFor(TokenAlgorithm.RS256).withKid("RS256"), Instant.MAX)
                .withRetired(TestKeys.keyFor(TokenAlgorithm.ES256).withKid("ES256"), Instant.MAX);
        for (String kid : List.of("HS256", "RS256", "ES256")) {
            String header = "{\"alg\":\"" + used.jwsName() + "\",\"kid\":\"" + kid + "\"}";
            String input = Forge.segment(header) + "." + Forge.segment(CLAIMS);
            String signature = Forge.segment(TestKeys.keyFor(used).scheme().sign(Forge.utf8(input)));
            assertThat(verifier(ring).verify(input + "." + signature) instanceof VerifiedToken)
                    .as(kid)
                    .isEqualTo(kid.equals(used.jwsName()));
        }
    }

    @Test
    void bisSection3_1AlgIsComparedWithItsCase() {
        Random random = new Random(8725);
        for (int i = 0; i < 300; i++) {
            String alg = "HS256"
                    .codePoints()
                    .map(c -> random.nextBoolean() ? Character.toLowerCase(c) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(
                            verifier.verify(Forge.hs256("{\"alg\":\"" + alg + "\"}", CLAIMS, SECRET))
                                    instanceof VerifiedToken)
                    .as(alg)
                    .isEqualTo(alg.equals("HS256"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "None", "NONE", "nOnE", "", " HS256", "HS256 ", "HS256\\u0000", "HS-256", "RSA1_5", "HS1"
            })
    void section3_2UnknownAndEmptyAlgorithmsAreRefusedEvenWithAValidMac(String alg) {
        assertThat(reasonFor("{\"alg\":\"" + alg + "\"}", CLAIMS)).isEqualTo(Refusal.WRONG_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":null}",
                "{\"alg\":256}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":{}}",
                "{\"alg\":true}"
            })
    void section3_2AnAlgorithmThatIsNoStringIsMalformed(String header) {
        assertThat(reasonFor(header, CLAIMS)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void section3_3AnotherSecretIsRefused() {
        assertThat(reasonOf(verifier.verify(Forge.hs256(HEADER, CLAIMS, TestKeys.secret(33)))))
                .isEqualTo(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31})
    void section3_3ATruncatedMacIsRefused(int length) {
        String token = Forge.hs256(HEADER, CLAIMS, SECRET);
        byte[] mac = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        String truncated = token.substring(0, token.lastIndexOf('.') + 1) + Forge.segment(Arrays.copyOf(mac, length));
        assertThat(reasonOf(verifier.verify(truncated))).isEqualTo(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"enc\":\"A256GCM\"", "\"cty\":\"JWT\"", "\"zip\":\"DEF\"", "\"b64\":false", "\"b64\":true"})
    void section3_3And3_6EncryptedNestedCompressedAndDetachedEnvelopesAreRefused(String member) {
        assertThat(reasonFor("{\"alg\":\"HS256\"," + member + "}", CLAIMS)).isEqualTo(Refusal.UNSUPPORTED_HEADER);
    }

    @Test
    void section3_3ATokenInATokenIsRefused() {
        String inner = Forge.hs256(HEADER, CLAIMS, SECRET);
        assertThat(reasonFor(HEADER, inner)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void bisSection3_13AHugeIterationCountIsNeverIteratedOver() {
        String header =
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAA\"}";
        String token = Forge.segment(header) + ".AAAA.AAAA.AAAA.AAAA";
        assertThat(reasonOf(verifier.verify(token))).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.c",
                "..",
                ".",
                "",
                "....",
                "AAAA.AAAA",
                "AAAA.AAAA.AAAA.AAAA",
                ".AAAA.AAAA",
                "AAAA..AAAA",
                "AAAA.AAAA.",
                "AAAA。AAAA。AAAA",
                "AA=A.AAAA.AAAA",
                "AAAA.AA+A.AAAA",
                "AAAA.AAAA.AA/A"
            })
    void bisSection3_14NothingButThreeCanonicalSegmentsIsParsed(String text) {
        assertThat(verifier.verify(text))
                .isEqualTo(new Refused(Refusal.MALFORMED, "the token is not three segments of canonical base64url"));
    }

    @ParameterizedTest
    @CsvSource({"8192,true", "8193,false"})
    void bisSection3_14ATokenIsReadUpToItsLongestLength(int length, boolean accepted) {
        int room = length - Forge.hs256(HEADER, CLAIMS, SECRET).length();
        String token = "";
        for (int padding = room / 2; token.length() != length; padding++) {
            token = Forge.hs256(HEADER, CLAIMS.replace("{", "{\"x\":\"" + "A".repeat(padding) + "\","), SECRET);
        }
        assertThat(verifier.verify(token) instanceof VerifiedToken).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"exp\"]", "[\"b64\"]", "[\"urn:example:unknown\"]", "\"exp\"", "null", "{}"})
    void rfc7515Section4_1_11EveryCritIsRefusedForWeUnderstandNoExtension(String crit) {
        assertThat(reasonFor("{\"alg\":\"HS256\",\"exp\":1,\"crit\":" + crit + "}", CLAIMS))
                .isEqualTo(Refusal.UNSUPPORTED_HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"foo\":1", "\"urn:example:unknown\":{\"a\":[]}"})
    void rfc7515Section4MembersThatMeanNothingToUsAreIgnored(String member) {
        assertThat(verifier.verify(Forge.hs256("{\"alg\":\"HS256\"," + member + "}", CLAIMS, SECRET)))
                .isInstanceOf(VerifiedToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jku\":\"http://127.0.0.1:9/k\"", "\"x5u\":\"http://127.0.0.1:9/c\"", "\"x5c\":[\"AAAA\"]",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}", "\"x5t\":\"AAAA\"", "\"x5t#S256\":\"AAAA\""
            })
    void section3_10KeysAndAddressesInAHeaderAreRefusedAndNothingIsConnectedTo(String member) {
        try (NoConnections guard = new NoConnections()) {
            assertThat(reasonFor("{\"alg\":\"HS256\"," + member + "}", CLAIMS)).isEqualTo(Refusal.UNSUPPORTED_HEADER);
            assertThat(guard.attempts()).isEmpty();
        }
    }

    @Test
    void section3_10TheGuardAboveWouldNoticeAConnection() {
        try (NoConnections guard = new NoConnections()) {
            assertThatThrownBy(() -> URI.create("http://127.0.0.1:9/k").toURL().openStream())
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), 9))
                    .isInstanceOf(Exception.class);
            assertThat(guard.attempts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../dev/null",
                "/etc/passwd",
                "x' UNION SELECT 'AA' -- ",
                "k1\\u0000",
                "K1",
                "k1 ",
                " k1",
                "http://127.0.0.1:9/k",
                "",
                "\\uD83D\\uDE00"
            })
    void section3_10AKidIsLookedUpAndNothingElse(String kid) {
        TokenKey named = TestKeys.keyFor(TokenAlgorithm.HS256).withKid("k1");
        String token = Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", CLAIMS, SECRET);
        try (NoConnections guard = new NoConnections()) {
            assertThat(reasonOf(verifier(KeyRing.of(named)).verify(token))).isEqualTo(Refusal.UNKNOWN_KEY);
            assertThat(guard.attempts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "[\"k1\"]", "{}", "true"})
    void section3_10AKidThatIsNoStringIsMalformed(String kid) {
        assertThat(reasonFor("{\"alg\":\"HS256\",\"kid\":" + kid + "}", CLAIMS)).isEqualTo(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\"x\"",
                "{",
                "[]",
                "null",
                "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\"}x",
                "{\"a\\u006cg\":\"none\",\"alg\":\"HS256\"}",
                "\uFEFF{\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"x\":\"\\ud800\"}"
            })
    void section3_7AndRfc7515Section4AHeaderThatIsNotStrictJsonIsMalformed(String header) {
        assertThat(reasonFor(header, CLAIMS)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void section2_4AndBisSection3_14HugeInputIsRefusedUnread() {
        String huge = "A".repeat(20_000_000);
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThat(verifier.verify(huge))
                    .isEqualTo(new Refused(Refusal.MALFORMED, "the token is longer than these tokens may be"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(2)); // reading it would take far longer
    }

    private TokenVerifier verifier(KeyRing ring) {
        return new TokenVerifier(ring, RULES, clock);
    }

    private Refusal reasonFor(String header, String claims) {
        return reasonOf(verifier.verify(Forge.hs256(header, claims, SECRET)));
    }

    private static Refusal reasonOf(TokenVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }
}
