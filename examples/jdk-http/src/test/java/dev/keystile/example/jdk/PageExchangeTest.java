package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page's third and fifth chapters, in a real browser: a pair is exchanged once, however many ask. */
@ExtendWith(InChromium.class)
class PageExchangeTest {

    private static final String GRACE = "#race-mode input[value='/grace']";

    @Test
    void aRefreshKillsTheOldPairAndTheNewOneWorks(Page page) {
        page.logIn();
        String old = page.value("apiKey");
        assertThat(page.pressAndHear("#refresh-go", "#refresh-status"))
                .isEqualTo("The old pair is dead, the new one lives.");
        assertThat(page.texts("#refresh-wires .status")).containsExactly("✓ 200", "✗ 404", "✓ 200");
        assertThat(page.texts("#before-after .key").get(0)).isEqualTo(old);
        assertThat(page.texts("#before-after .badge")).containsExactly("dead", "alive");
    }

    @Test
    void theNewPairIsTheOneThatSignsFromNowOn(Page page) {
        page.pressAndHear("#refresh-go", "#refresh-status");
        String fresh = page.texts("#before-after .key").get(1);
        page.until("the second chapter has it", later -> later.value("apiKey").equals(fresh));
        assertThat(page.pressAndHear("#send", "#sign-status")).startsWith("Accepted.");
    }

    @Test
    void ofTwentyRefreshesWithoutGraceOneWins(Page page) {
        race(page);
        assertThat(page.text("#race-status")).startsWith("1 won, 19 refused.");
        assertThat(page.texts(".runner .status"))
                .hasSize(20)
                .containsOnlyOnce("✓ 200")
                .containsOnly("✓ 200", "✗ 404");
    }

    @Test
    void ofTwentyRefreshesWithGraceAllGetThePairOfTheWinner(Page page) {
        page.press(GRACE);
        race(page);
        assertThat(page.text("#race-status")).startsWith("20 answers with 1 pair");
        List<String> keys = page.texts(".runner .key");
        assertThat(keys).hasSize(20);
        assertThat(new HashSet<>(keys)).hasSize(1);
    }

    @Test
    void thePairOfTheWinnerIsTheOneThatSignsFromNowOn(Page page) {
        race(page);
        String end = page.text(".runner.won .key").substring(1);
        page.until("the second chapter has it", later -> later.value("apiKey").endsWith(end + "="));
        assertThat(page.pressAndHear("#send", "#sign-status")).startsWith("Accepted.");
    }

    private static void race(Page page) {
        page.press("#race-go");
        page.until(
                "twenty answers have come",
                later -> later.all(".runner:not(.waiting)").size() == 20);
    }
}
