package dev.keystile.jwt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier accepts, nimbus accepts too, with the same claims. An input is a token as it comes; or, where it has a
 * line feed, a header and claims that are signed first, because no fuzzer guesses a signature.
 */
class CompactTokenFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final byte[] SECRET = "0123456789abcdefghijklmnopqrstuv".getBytes(US_ASCII);
    private static final HmacUtils HMAC = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET);
    private static final int MOST_DIGITS_OF_NIMBUS = 64;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final TokenVerifier verifier = new TokenVerifier(
            KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(SECRET))),
            TokenRules.issuedBy("ours")
                    .audience("api")
                    .refreshWindow(Duration.ofDays(14))
                    .acceptingNumericSubjects()
                    .build(),
            CLOCK);

    @DictionaryEntries({
        "{\"alg\":\"HS256\"}", "\"typ\":\"JWT\"", "\"kid\":\"", "\"crit\":[", "\"b64\":false", "\"zip\":\"DEF\"",
                "\"sub\":",
        "\"iss\":\"ours\"", "\"aud\":[\"api\"]", "\"exp\":1700000600", "\"iat\":1700000000", "\"nbf\":", "\"jti\":\"",
                "\"fam\":\"",
        "\"lat\":1700000000000", "null", "1e9", "\\u0000", ".", "=", "none"
    })
    @FuzzTest
    void nimbusAcceptsWhateverIsAccepted(byte[] input) throws ParseException, JOSEException {
        String token = tokenOf(input);

        TokenVerdict verdict = verifier.verify(token);

        assertThat(verifier.verify(token).getClass()).isEqualTo(verdict.getClass());
        assertThat(verifier.explain(token)).isNotEmpty();
        if (verdict instanceof GenuineToken genuine) {
            SignedJWT theirs = SignedJWT.parse(token);
            assertThat(theirs.verify(new MACVerifier(SECRET))).isTrue();
            assertThat(theirs.serialize()).isEqualTo(token);
            if (genuine.customClaims().values().stream().noneMatch(CompactTokenFuzzTest::isTooLargeForNimbus)) {
                saysTheSame(genuine, theirs.getJWTClaimsSet());
            }
            assertThat(UnverifiedToken.parse(token)).isPresent();
        }
    }

    private static void saysTheSame(GenuineToken ours, JWTClaimsSet theirs) {
        assertThat(theirs.getClaim("sub")).hasToString(ours.subject());
        assertThat(theirs.getJWTID()).isEqualTo(ours.id());
        assertThat(theirs.getIssuer()).isEqualTo("ours");
        assertThat(theirs.getAudience()).contains("api");
        assertThat(theirs.getExpirationTime().toInstant()).isEqualTo(ours.expiresAt());
        assertThat(theirs.getIssueTime().toInstant()).isEqualTo(ours.issuedAt());
        assertThat(ours instanceof VerifiedToken).isEqualTo(CLOCK.instant().isBefore(ours.expiresAt()));
        Map<String, Object> others = new HashMap<>(theirs.getClaims());
        others.keySet().removeAll(KnownClaim.NAMES);
        assertThat(ours.customClaims().keySet()).isEqualTo(others.keySet());
        others.forEach((name, value) -> {
            if (value instanceof String || value instanceof Boolean) {
                assertThat(ours.customClaims()).containsEntry(name, value);
            }
        });
    }

    /** nimbus refuses numbers that no double holds, and whole ones of more than 64 digits. We keep them as they are. */
    private static boolean isTooLargeForNimbus(@Nullable Object claim) {
        if (claim instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(CompactTokenFuzzTest::isTooLargeForNimbus);
        }
        if (claim instanceof Collection<?> elements) {
            return elements.stream().anyMatch(CompactTokenFuzzTest::isTooLargeForNimbus);
        }
        return claim instanceof Number number
                && (Double.isInfinite(number.doubleValue()) || number.toString().length() > MOST_DIGITS_OF_NIMBUS);
    }

    private static String tokenOf(byte[] input) {
        int cut = 0;
        while (cut < input.length && input[cut] != '\n') {
            cut++;
        }
        if (cut == input.length) {
            return new String(input, ISO_8859_1);
        }
        String signed = BASE64.encodeToString(Arrays.copyOf(input, cut)) + "."
                + BASE64.encodeToString(Arrays.copyOfRange(input, cut + 1, input.length));
        return signed + "." + BASE64.encodeToString(HMAC.hmac(signed));
    }
}
