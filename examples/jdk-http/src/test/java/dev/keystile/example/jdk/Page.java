package dev.keystile.example.jdk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The demo's page as a reader has it before them. Nothing sleeps: every wait is for something to be seen. */
final class Page {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final String address;

    Page(Chromium chromium, int port) {
        this.chromium = chromium;
        this.driver = chromium.driver();
        this.address = "http://127.0.0.1:" + port + "/";
    }

    /** Loads the page as a desktop's browser does, in English and by day. */
    void open() {
        open("en", Map.of("prefers-color-scheme", "light"), 1280);
    }

    /** Loads the page for a user with other languages, other preferences, or another width; below 500 it is a phone. */
    void open(String languages, Map<String, String> preferences, int width) {
        chromium.connect(true);
        chromium.read(languages);
        chromium.prefer(preferences);
        chromium.resize(width, 900, width < 500);
        driver.get(address);
        until(
                "the page is ready",
                page -> driver.executeScript("return document.documentElement.dataset.ready") != null);
        console();
    }

    /** Takes the network away until a page is loaded again. */
    void goOffline() {
        chromium.connect(false);
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    /** What stands in a text field. */
    String value(String id) {
        return String.valueOf(find("#" + id).getDomProperty("value"));
    }

    /** Types over whatever stands in a text field. */
    void type(String id, String text) {
        find("#" + id).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
    }

    /** Presses a button, wherever on the page it is. */
    void press(String css) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", find(css));
        find(css).click();
    }

    /** Presses a button and waits until its chapter has said something new. */
    String pressAndHear(String button, String status) {
        driver.executeScript("document.querySelector(arguments[0]).textContent = ''", status);
        press(button);
        until(status + " speaks", page -> !page.text(status).isEmpty());
        return text(status);
    }

    void logIn() {
        pressAndHear("#login-go", "#login-status");
        until("the workbench shows a header", page -> page.value("header").startsWith("Caa "));
    }

    /** Waits for a condition, and fails with its name. */
    void until(String what, Predicate<Page> condition) {
        new WebDriverWait(driver, PATIENCE).withMessage(what).until(browser -> condition.test(this));
    }

    /** The value of an asynchronous expression in the page's own world; it may import the page's modules. */
    Object evaluate(String expression, Object... arguments) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "const load = (name) => import('/page/script/' + name + '.js');"
                        + "(async (...args) => " + expression + ")(...arguments).then(done, (e) => done(String(e)))",
                arguments);
    }

    /**
     * What the console has said since it was asked last: errors, violations of the policy, warnings. That a request was refused
     * is left out; it is what the page is for.
     */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 4"))
                .toList();
    }
}
