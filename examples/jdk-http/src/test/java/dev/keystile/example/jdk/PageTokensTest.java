package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page's fourth chapter, in a real browser. */
@ExtendWith(InChromium.class)
class PageTokensTest {

    @ParameterizedTest
    @CsvSource({"tokens, \"sub\": 1", "bearer, \"aud\": \"keystile-demo-api\""})
    void aTokenIsTakenApart(String dialect, String claim, Page page) {
        logIn(dialect, page);
        assertThat(page.value(dialect + "-header")).contains("\"alg\": \"HS256\"");
        assertThat(page.value(dialect + "-claims")).contains(claim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "bearer"})
    void aTokenHolds(String dialect, Page page) {
        logIn(dialect, page);
        assertThat(say(dialect, "call", page)).isEqualTo("The token holds.");
    }

    @ParameterizedTest
    @CsvSource({"tokens, ✓ 201", "bearer, ✓ 200"})
    void anExchangeSpendsTheTokenAndTheOldOneIsRefused(String dialect, String granted, Page page) {
        logIn(dialect, page);
        String old = page.value(dialect + "-token");
        page.press("#" + dialect + "-exchange");
        page.until(
                "both answers are there",
                later -> later.all("#" + dialect + "-wires li").size() == 2);
        assertThat(page.texts("#" + dialect + "-wires .status")).containsExactly(granted, "✗ 401");
        assertThat(page.value(dialect + "-token")).isNotEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "bearer"})
    void aClaimThatIsChangedBreaksTheSignature(String dialect, Page page) {
        logIn(dialect, page);
        page.type(dialect + "-claims", page.value(dialect + "-claims").replace("\"exp\": 1", "\"exp\": 2"));
        assertThat(say(dialect, "call", page)).isEqualTo("Refused: this isn’t the text that the server signed.");
        page.press("#" + dialect + "-undo");
        assertThat(say(dialect, "call", page)).isEqualTo("The token holds.");
    }

    @Test
    void neitherDialectTakesTheOthersTokens(Page page) {
        logIn("bearer", page);
        logIn("tokens", page);
        page.type("tokens-token", page.value("bearer-token"));
        assertThat(say("tokens", "call", page)).isEqualTo("Refused: a token of the other dialect.");
    }

    @ParameterizedTest
    @CsvSource({
        "tokens-token, a.b, not three segments of canonical base64url",
        "tokens-header, {}, the header isn’t the JSON of an HS256 token"
    })
    void whatIsNoTokenIsToldAsSuch(String field, String text, String reason, Page page) {
        logIn("tokens", page);
        page.type(field, text);
        assertThat(say("tokens", "call", page)).isEqualTo("Refused: " + reason + ".");
    }

    @Test
    void theLineShowsExpiryAndRefreshWindowInTheirProportion(Page page) {
        logIn("tokens", page);
        assertThat(place("--expires", page) / place("--until", page)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void theLineTellsWhatATokenIsGoodForAtOtherMoments(Page page) {
        logIn("tokens", page);
        assertThat(page.text("#tokens-dialect output")).isEqualTo("Now: valid, and may be exchanged");
        lookAt(20, page);
        assertThat(page.text("#tokens-dialect output"))
                .endsWith("expired: it opens nothing, but may still be exchanged");
        page.find("#tokens-moment").sendKeys(Keys.END);
        assertThat(page.text("#tokens-dialect output")).endsWith("over: only a new login helps");
    }

    /** From the token's last valid moment, a number of steps on. */
    private static void lookAt(int steps, Page page) {
        long end = Math.round(place("--expires", page) * 400);
        page.driver().executeScript("arguments[0].value = arguments[1]", page.find("#tokens-moment"), end);
        for (int step = 0; step < steps; step++) {
            page.find("#tokens-moment").sendKeys(Keys.ARROW_RIGHT);
        }
    }

    private static double place(String name, Page page) {
        return Double.parseDouble(String.valueOf(page.driver()
                .executeScript(
                        "return document.querySelector('#tokens-dialect .track').style.getPropertyValue(arguments[0])",
                        name)));
    }

    private static void logIn(String dialect, Page page) {
        assertThat(say(dialect, "login", page)).isEqualTo("Logged in: here is the token.");
    }

    private static String say(String dialect, String button, Page page) {
        return page.pressAndHear("#" + dialect + "-" + button, "#" + dialect + "-status");
    }
}
