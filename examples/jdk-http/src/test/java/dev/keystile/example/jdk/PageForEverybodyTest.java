package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;

/** Languages, widths, colours and motion: the page suits whoever opens it, and keeps to its own policy. */
@ExtendWith(InChromium.class)
class PageForEverybodyTest {

    private static final Map<String, String> DAY = Map.of("prefers-color-scheme", "light");

    @ParameterizedTest
    @CsvSource({
        "en-US, en, Log in",
        "zh-CN, zh-CN, 登录",
        "zh-TW, zh-CN, 登录",
        "'de-DE,zh-CN', zh-CN, 登录",
        "'de-DE,en-GB', en, Log in",
        "de-DE, en, Log in"
    })
    void thePageSpeaksTheFirstLanguageOfTheBrowserThatItKnows(
            String languages, String spoken, String title, Page page) {
        page.open(languages, DAY, 1280);
        assertThat(page.find("html").getDomAttribute("lang")).isEqualTo(spoken);
        assertThat(page.text("#login-title")).isEqualTo(title);
        assertThat(page.find("#language input[value='" + spoken + "']").isSelected())
                .isTrue();
    }

    @Test
    void theSwitchTranslatesWhatHasBeenSaidAlready(Page page) {
        PageStory.tell(page);
        page.press("#language input[value=zh-CN]");
        assertThat(page.text("#race-status")).startsWith("1 个成功，19 个被拒绝。");
        assertThat(page.text("#sign-status")).isEmpty();
        assertThat(page.texts("main h2")).containsExactly("登录", "给请求签名", "刷新密钥对", "令牌", "竞争");
        assertThat(page.text("#tokens-dialect output")).isEqualTo("现在：有效，可以更换");
        assertThat(page.driver().getTitle()).startsWith("Keystile：");
    }

    @Test
    void neitherLanguageLacksAText(Page page) {
        assertThat(page.evaluate(
                        "[Object.keys((await load('text-en')).english), Object.keys((await load('text-zh')).chinese)]"
                                + ".map((keys) => keys.sort().join()).reduce((en, zh) => en === zh)"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"en, 360", "zh-CN, 360", "en, 768", "en, 1280"})
    void nothingMakesThePageScrollSideways(String language, int width, Page page) {
        page.open(language, DAY, width);
        PageStory.tell(page);
        page.pressAndHear("#check-size button", "#sign-status");
        assertThat(page.driver().executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
    }

    @Test
    void onAPhoneWhatIsPressedIsLargeEnoughForAThumb(Page page) {
        page.open("en", DAY, 360);
        PageStory.tell(page);
        assertThat(page.all("button"))
                .filteredOn(button -> button.isDisplayed())
                .extracting(button -> button.getSize())
                .allMatch((Dimension size) -> size.getHeight() >= 30 && size.getWidth() >= 44);
    }

    @ParameterizedTest
    @CsvSource({"light, 'rgb(250, 250, 248)'", "dark, 'rgb(19, 21, 25)'"})
    void thePageIsLightByDayAndDarkByNight(String scheme, String ground, Page page) {
        page.open("en", Map.of("prefers-color-scheme", scheme), 1280);
        assertThat(page.driver().executeScript("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(ground);
    }

    /** WCAG 2.2, success criterion 1.4.3, level AA. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutFromItsGround(String scheme, Page page) {
        page.open("en", Map.of("prefers-color-scheme", scheme), 1280);
        PageStory.tell(page);
        page.pressAndHear("#check-match button", "#sign-status");
        assertThat(Contrast.tooFaintTexts(page)).isEmpty();
    }

    @Test
    void nothingMovesForThoseWhoWantItSo(Page page) {
        page.open("en", Map.of("prefers-reduced-motion", "reduce"), 1280);
        Object animation = page.driver()
                .executeScript(
                        "const runner = document.createElement('li'); runner.className = 'runner waiting';"
                                + "document.getElementById('runners').append(runner);"
                                + "return getComputedStyle(runner).animationName + getComputedStyle(document.documentElement).scrollBehavior");
        assertThat(animation).isEqualTo("noneauto");
    }

    @Test
    void aServerThatIsGoneIsToldEverywhere(Page page) {
        PageStory.tell(page);
        page.goOffline();
        String gone = "No answer. Is the server still running?";
        assertThat(page.pressAndHear("#login-go", "#login-status")).isEqualTo(gone);
        assertThat(page.pressAndHear("#send", "#sign-status")).isEqualTo(gone);
        assertThat(page.pressAndHear("#refresh-go", "#refresh-status")).isEqualTo(gone);
        assertThat(page.pressAndHear("#tokens-call", "#tokens-status")).isEqualTo(gone);
        assertThat(page.pressAndHear("#bearer-exchange", "#bearer-status")).isEqualTo(gone);
        page.press("#race-go");
        page.until("the race says so", later -> later.text("#race-status").equals(gone));
    }

    @Test
    void theConsoleStaysSilent(Page page) {
        PageStory.tell(page);
        assertThat(page.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.body.setAttribute('style', 'color: red')",
                "document.body.append(Object.assign(document.createElement('script'), {textContent: 'alert(1)'}))",
                "document.body.innerHTML = '<p>markup</p>'",
                "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:1/elsewhere.png'}))"
            })
    void thePolicyRefusesWhatThePageNeverDoesAndTheConsoleTells(String planted, Page page) {
        List<String> heard = new ArrayList<>();
        page.driver()
                .executeScript("try { " + planted + " } catch (refused) { console.error('Trusted Type: ' + refused) }");
        page.until("the violation is told", later -> {
            heard.addAll(later.console());
            return !heard.isEmpty();
        });
        assertThat(String.join("\n", heard)).containsAnyOf("Content Security Policy", "Trusted Type");
    }
}
