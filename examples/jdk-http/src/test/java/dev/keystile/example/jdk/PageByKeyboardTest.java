package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page with nothing but a keyboard. */
@ExtendWith(InChromium.class)
class PageByKeyboardTest {

    /** More stops than the page has, so that a trap ends the test and not the patience of whoever runs it. */
    private static final int MOST_STOPS = 120;

    @Test
    void theWholeStoryCanBeTold(Page page) {
        enter("login-go", page);
        page.until("the pair is shown", later -> later.all("#pair .key").size() == 1);
        tabTo("send", page);
        type(Keys.ENTER, page);
        page.until("the header is accepted", later -> later.text("#sign-status").startsWith("Accepted"));
        enter("refresh-go", page);
        page.until(
                "the old pair is dead",
                later -> later.texts("#before-after .badge").contains("dead"));
        enter("tokens-login", page);
        page.until("the token is there", later -> !later.value("tokens-token").isEmpty());
        tabTo("tokens-moment", page);
        type(Keys.END, page);
        assertThat(page.text("#tokens-dialect output")).endsWith("over: only a new login helps");
        enter("bearer-login", page);
        page.until("the token is there", later -> !later.value("bearer-token").isEmpty());
        tabTo("race-mode", page);
        type(Keys.ARROW_RIGHT, page);
        enter("race-go", page);
        page.until("all have won", later -> later.all(".runner.won").size() == 20);
    }

    @Test
    void theFirstStopSkipsToTheFirstChapter(Page page) {
        type(Keys.TAB, page);
        assertThat(focused(page).getDomAttribute("class")).isEqualTo("skip");
        type(Keys.ENTER, page);
        type(Keys.TAB, page);
        assertThat(focused(page).getDomAttribute("id")).isEqualTo("mobile");
    }

    @Test
    void theLanguageIsSwitchedByAnArrow(Page page) {
        tabTo("language", page);
        type(Keys.ARROW_RIGHT, page);
        assertThat(page.text("#login-title")).isEqualTo("登录");
    }

    @Test
    void everyStopHasANameAndAVisibleFocusAndNoneIsATrap(Page page) {
        PageStory.tell(page);
        page.driver().executeScript("document.querySelector('.skip').focus({focusVisible: true})");
        Map<WebElement, Object> stops = new LinkedHashMap<>();
        while (!isBody(page) && stops.size() < MOST_STOPS) {
            WebElement stop = focused(page);
            assertThat(stop.getAccessibleName())
                    .as("name of %s", describe(page))
                    .isNotBlank();
            assertThat(showsFocus(page)).as("focus of %s", describe(page)).isTrue();
            assertThat(stops.put(stop, describe(page)))
                    .as("%s comes only once", describe(page))
                    .isNull();
            type(Keys.TAB, page);
        }
        assertThat(stops).hasSizeBetween(40, MOST_STOPS - 1);
    }

    @Test
    void headingsSkipNoLevel(Page page) {
        PageStory.tell(page);
        int former = 0;
        for (WebElement heading : page.all("h1, h2, h3, h4, h5, h6")) {
            int level = heading.getTagName().charAt(1) - '0';
            assertThat(level).as(heading.getText()).isLessThanOrEqualTo(former + 1);
            former = level;
        }
    }

    @Test
    void whatComesBackIsAnnounced(Page page) {
        page.logIn();
        assertThat(page.all(".status-line"))
                .hasSize(6)
                .extracting(WebElement::getAriaRole)
                .containsOnly("status");
    }

    private static void enter(String id, Page page) {
        tabTo(id, page);
        type(Keys.ENTER, page);
    }

    /** Moves on, stop by stop, to the element with this id or to what is inside of it. */
    private static void tabTo(String id, Page page) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            type(Keys.TAB, page);
            if (Boolean.TRUE.equals(page.driver()
                    .executeScript("return document.activeElement.closest('#' + arguments[0]) !== null", id))) {
                return;
            }
        }
        throw new AssertionError("No stop leads to #" + id);
    }

    private static void type(Keys key, Page page) {
        new Actions(page.driver()).sendKeys(key).perform();
    }

    private static WebElement focused(Page page) {
        return page.driver().switchTo().activeElement();
    }

    private static boolean isBody(Page page) {
        return focused(page).getTagName().equals("body");
    }

    private static Object describe(Page page) {
        return page.driver().executeScript("return document.activeElement.outerHTML.slice(0, 120)");
    }

    /** An outline around the element itself, around the frame of a painted field, or around the label of a choice. */
    private static boolean showsFocus(Page page) {
        return Boolean.TRUE.equals(
                page.driver()
                        .executeScript(
                                "const stop = document.activeElement;"
                                        + "return [stop, stop.closest('.ink'), stop.nextElementSibling].some((node) => node"
                                        + " && getComputedStyle(node).outlineStyle !== 'none' && parseFloat(getComputedStyle(node).outlineWidth) >= 2)"));
    }
}
