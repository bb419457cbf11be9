package dev.keystile.example.jdk;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real, headless Chromium with a profile of its own: the one that is on the PATH. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Optional<File> BROWSER = onPath("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Optional<File> DRIVER = onPath("chromedriver");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1280,900");

    private final Path profile;
    private final ChromeDriver driver;

    Chromium() {
        try {
            this.profile = Files.createTempDirectory("keystile-chromium");
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.orElseThrow())
                .addArguments(FLAGS)
                .addArguments("--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.orElseThrow())
                        .build(),
                options);
    }

    /** What has to be installed before a browser can be started, if anything has. */
    static Optional<String> whatIsMissing() {
        return BROWSER.isPresent() && DRIVER.isPresent()
                ? Optional.empty()
                : Optional.of("there is no " + (BROWSER.isEmpty() ? "chromium" : "chromedriver")
                        + " on the PATH; on Debian: apt-get install chromium chromium-driver");
    }

    ChromeDriver driver() {
        return driver;
    }

    /** A window of this size in CSS pixels; a phone has touch and takes heed of the viewport's meta element. */
    void resize(int width, int height, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    /** What the user told the browser or the system, such as {@code prefers-color-scheme} and {@code dark}. */
    void prefer(Map<String, String> features) {
        List<Map<String, String>> named = features.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", named));
    }

    /** The languages that the user reads, the best first, as in {@code Accept-Language}. */
    void read(String languages) {
        Object agent = driver.executeScript("return navigator.userAgent");
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
    }

    /** Whether the network is there. */
    void connect(boolean online) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Optional<File> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
