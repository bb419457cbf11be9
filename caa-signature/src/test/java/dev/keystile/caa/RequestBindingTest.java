package dev.keystile.caa;

import static dev.keystile.caa.TestPair.ACTION;
import static dev.keystile.caa.TestPair.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A signature that binds its request is good for that request, and for no other. */
class RequestBindingTest {

    private static final byte[] BODY = "{\"amount\":100}".getBytes(UTF_8);
    private static final RequestBinding ORDER = RequestBinding.of("POST", "/orders?notify=1", BODY);

    private final TestPair pair = TestPair.random();

    private record Sent(String method, String target, String body) {

        RequestBinding binding() {
            return RequestBinding.of(method, target, body.getBytes(UTF_8));
        }
    }

    private CaaVerdict verify(RequestBinding binding, String header) {
        return CaaVerifier.standard()
                .alsoAcceptingLegacyDigest()
                .verify(ACTION, binding, TestPair.parse(header), pair.secret(), NOW);
    }

    private String sign(CaaAlgorithm algorithm, RequestBinding binding) {
        return pair.signer(algorithm).sign(ACTION, binding);
    }

    @ParameterizedTest
    @EnumSource(names = {"HMAC_SHA1", "HMAC_SHA256"})
    void itsOwnRequestIsVerified(CaaAlgorithm algorithm) {
        assertThat(verify(ORDER, sign(algorithm, ORDER))).isInstanceOf(VerifiedSignature.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/orders?notify=1,{\"amount\":100}",
        "post,/orders?notify=1,{\"amount\":100}",
        "POST,/orders,{\"amount\":100}",
        "POST,/orders?notify=0,{\"amount\":100}",
        "POST,/orders?notify=1&,{\"amount\":100}",
        "POST,/orders?notify=%31,{\"amount\":100}",
        "POST,/orders?notify=1,{\"amount\":900}",
        "POST,/orders?notify=1,''"
    })
    void anyOtherRequestIsNot(String method, String target, String body) {
        assertThat(verify(new Sent(method, target, body).binding(), sign(CaaAlgorithm.HMAC_SHA256, ORDER)))
                .isEqualTo(CaaVerdict.Rejection.WRONG_SIGNATURE);
    }

    @Test
    void aSignatureThatBindsNothingIsNot() {
        assertThat(verify(ORDER, pair.sign(CaaAlgorithm.HMAC_SHA256))).isEqualTo(CaaVerdict.Rejection.WRONG_SIGNATURE);
    }

    @Test
    void whereNothingIsBoundASignatureThatBindsIsNot() {
        assertThat(verify(RequestBinding.none(), sign(CaaAlgorithm.HMAC_SHA256, ORDER)))
                .isEqualTo(CaaVerdict.Rejection.WRONG_SIGNATURE);
    }

    /** It puts the secret in the middle of a plain digest, and no client in the field binds anything. */
    @Test
    void theLegacyDigestBindsNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sign(CaaAlgorithm.SHA1_DIGEST, ORDER))
                .withMessageContaining("HMAC_SHA256");
        assertThat(verify(ORDER, pair.sign(CaaAlgorithm.SHA1_DIGEST))).isEqualTo(CaaVerdict.Rejection.WRONG_SIGNATURE);
    }

    @Test
    void withoutABindingTheTextIsThatOfTheContracts() {
        assertThat(RequestBinding.none().text()).isEmpty();
    }

    @Test
    void lengthsAreThoseOfTheBytes() {
        assertThat(new Sent("GET", "/ü", "").binding().text())
                .isEqualTo("&method=3:GET&target=3:/ü&body="
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void whatHasNoBytesCannotBeSigned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestBinding.of("GET", "/\uD800", BODY))
                .withMessageContaining("surrogate");
    }

    @Test
    void whatIsBoundIsNotShown() {
        assertThat(ORDER).hasToString("RequestBinding[method, target, body]");
        assertThat(RequestBinding.none()).hasToString("RequestBinding[none]");
    }

    /** From an alphabet of everything that has a meaning in the text, so that two parts often look like one. */
    @Test
    void noTwoRequestsAreSignedAlike() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces =
                List.of("&method=", "&target=", "&body=", "3:", "4:GET", "GET", ":", "1", "/", "?", "&", "=", "a", "ü");
        Map<String, Sent> signed = new HashMap<>();
        for (int round = 0; round < 200_000; round++) {
            Sent sent = new Sent(someOf(pieces, random), someOf(pieces, random), someOf(pieces, random));
            Sent other = signed.putIfAbsent(sent.binding().text(), sent);
            assertThat(other == null || other.equals(sent))
                    .as("seed %d: %s and %s are signed alike", seed, sent, other)
                    .isTrue();
        }
    }

    private static String someOf(List<String> pieces, Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(4); piece > 0; piece--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
