package dev.keystile.example.jdk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's second chapter, in a real browser: what it signs, and what it thinks of what is edited. */
@ExtendWith(InChromium.class)
class PageSignTest {

    private static final String ACCEPTED = "Accepted. Page and server agree.";

    @BeforeEach
    void logIn(Page page) {
        page.logIn();
    }

    @Test
    void everyStepShowsWhatTheContractMakesOfTheOneBefore(Page page) {
        String text = "?action=user:personal-profile&apiKey=" + page.value("apiKey") + "&timestamp="
                + page.value("timestamp");
        byte[] digest = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, page.value("secretKey")).hmac(text);
        String inner = page.value("apiKey") + ":" + base64(digest) + " " + page.value("timestamp");
        assertThat(page.value("text")).isEqualTo(text);
        assertThat(page.value("digest").replace(" ", "")).isEqualTo(Hex.encodeHexString(digest));
        assertThat(page.value("signature")).isEqualTo(base64(digest));
        assertThat(page.value("inner")).isEqualTo(inner);
        assertThat(page.value("header")).isEqualTo("Caa " + base64(inner.getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HMAC_SHA1", "HMAC_SHA256"})
    void aHeaderMadeByThePageIsAccepted(String algorithm, Page page) {
        page.press("input[value=" + algorithm + "]");
        assertThat(page.pressAndHear("#send", "#sign-status")).isEqualTo(ACCEPTED);
        assertThat(page.text("#answer")).contains("200", "\"userId\": \"1\"");
    }

    @Test
    void theLegacyDigestIsAWrongSignatureHere(Page page) {
        page.press("input[value=SHA1_DIGEST]");
        page.until("the secret is in the text", later -> later.value("text").contains("&secretKey="));
        assertThat(page.pressAndHear("#send", "#sign-status"))
                .startsWith("Refused by the check “The signature matches”.");
    }

    /** The contract's table of checks, in its order. */
    @ParameterizedTest
    @CsvSource({
        "present, header, 400 invalid authorization",
        "size, header, 400 invalid authorization",
        "scheme, header, 400 invalid authorization",
        "base64, header, 400 invalid authorization",
        "shape, inner, 400 invalid authorization",
        "apiKey, apiKey, 400 invalid authorization",
        "signature, signature, 400 invalid authorization",
        "timestamp, timestamp, 400 invalid authorization",
        "live, apiKey, 404 apiKey not found",
        "match, digest, 400 invalid signature",
        "window, timestamp, 400 invalid signature"
    })
    void everyCheckCanBeFailedAndIsNamedByThePage(String check, String edited, String answer, Page page) {
        String said = page.pressAndHear("#check-" + check + " button", "#sign-status");
        assertThat(said)
                .startsWith("Refused by the check “" + page.text("#check-" + check + " .check-name")
                        + "”. Page and server agree.");
        assertThat(page.text(".answer-line")).endsWith(answer);
        assertThat(page.texts(".check.bad .check-detail")).hasSize(1).noneMatch(String::isEmpty);
        assertThat(page.find(".field:has(#" + edited + ") .edited").isDisplayed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "action, user:logout, match",
        "secretKey, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, match",
        "timestamp, 999999999999, shape",
        "timestamp, 1000000000000, window",
        "text, ?action=user:personal-profile, match",
        "digest, 00 01 02, match",
        "signature, AAAA, match",
        "signature, A, signature",
        "inner, nothing, shape",
        "header, Caa, scheme"
    })
    void whateverIsTypedIsRefusedByTheCheckThatThePageNames(String field, String text, String check, Page page) {
        page.type(field, text);
        page.until(
                check + " fails",
                later -> later.find("#check-" + check).getDomAttribute("class").contains("bad"));
        assertThat(page.pressAndHear("#send", "#sign-status")).contains("Page and server agree.");
    }

    @Test
    void whatFollowsAnEditIsMadeAnew(Page page) {
        page.type("action", "user:logout");
        page.until("the text follows", later -> later.value("text").startsWith("?action=user:logout&"));
        String text = page.value("text");
        byte[] digest = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, page.value("secretKey")).hmac(text);
        page.until("the signature follows", later -> later.value("signature").equals(base64(digest)));
    }

    @Test
    void startingOverForgetsTheEdits(Page page) {
        page.pressAndHear("#check-match button", "#sign-status");
        page.press("#start-over");
        page.until(
                "nothing is marked as edited",
                later -> later.texts(".edited").stream().allMatch(String::isEmpty));
        assertThat(page.pressAndHear("#send", "#sign-status")).isEqualTo(ACCEPTED);
    }

    @Test
    void aClockThatIsWrongIsToldTheServersTime(Page page) {
        assertThat(page.pressAndHear("#check-window button", "#sign-status")).contains("The server tells its time");
        assertThat(page.text("#answer")).contains("\"serverTime\": ");
    }

    @Test
    void bytesThatAreNoneAreMarkedAsInvalid(Page page) {
        page.type("digest", "0g");
        page.until(
                "the field says so",
                later -> "true".equals(later.find("#digest").getDomAttribute("aria-invalid")));
    }

    @Test
    void aHeaderThatNoBrowserSendsIsToldAsUnsent(Page page) {
        page.type("header", "Caa 钥匙");
        assertThat(page.pressAndHear("#send", "#sign-status")).startsWith("Not sent:");
    }

    /** The published vector of the contract, under the legacy digest. */
    @Test
    void thePublishedVectorComesOut(Page page) {
        page.press("input[value=SHA1_DIGEST]");
        page.type("timestamp", "1494908261599");
        page.type("apiKey", "SzggU8dj2xcegXfZVx1ucm/hKgre8DIckHPoxkkn+n0=");
        page.type("secretKey", "fz/THFXY6gbW7eWh+qKtefvgY49IR2W4v6lpTNimsd0=");
        page.until(
                "the header is the published one",
                later -> later.value("header")
                        .equals(
                                "Caa U3pnZ1U4ZGoyeGNlZ1hmWlZ4MXVjbS9oS2dyZThESWNrSFBveGtrbituMD06VkhUbllqc2NPTnJHWE11bWFHQ2h2"
                                        + "VitRK1hvPSAxNDk0OTA4MjYxNTk5"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
