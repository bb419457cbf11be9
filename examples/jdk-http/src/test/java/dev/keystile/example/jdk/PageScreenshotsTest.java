package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures that stand in {@code docs/images}; only when told to, by {@code -Dscreenshots=true}. */
@ExtendWith(InChromium.class)
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = "true",
        disabledReason = "-Dscreenshots=true takes the pictures anew")
class PageScreenshotsTest {

    private static final Path IMAGES = Path.of("../../docs/images");
    private static final int DESKTOP = 1200;
    private static final int PHONE = 360;
    private static final int MOST_BYTES = 300_000;

    @Test
    void onADesktopByDayInEnglish(Page page) throws IOException {
        page.open("en", Map.of("prefers-color-scheme", "light"), DESKTOP);
        PageStory.tell(page);
        page.pressAndHear("#check-match button", "#sign-status");
        save("demo-start-light-en.png", page, "body", "#sign");
        save("demo-sign-light-en.png", page, "#sign", "#refresh");
        save("demo-race-light-en.png", page, "#race", "footer");
    }

    @Test
    void onADesktopByNightInChinese(Page page) throws IOException {
        page.open("zh-CN", Map.of("prefers-color-scheme", "dark"), DESKTOP);
        PageStory.tell(page);
        page.pressAndHear("#check-window button", "#sign-status");
        save("demo-sign-dark-zh.png", page, "#sign", "#refresh");
        save("demo-tokens-dark-zh.png", page, "#tokens", "#race");
    }

    @Test
    void onAPhone(Page page) throws IOException {
        page.open("en", Map.of("prefers-color-scheme", "light"), PHONE);
        page.logIn();
        save("demo-phone-light-en.png", page, "body", "#sign");
    }

    /** The page from the top of one element to the top of another one. */
    private static void save(String name, Page page, String from, String to) throws IOException {
        page.driver().executeScript("document.activeElement.blur()");
        double top = top(from, page);
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                top,
                "width",
                page.driver().executeScript("return innerWidth"),
                "height",
                top(to, page) - top,
                "scale",
                1);
        Map<String, Object> shot = page.driver()
                .executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        byte[] png = packed(Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
        assertThat(png.length).as("bytes of %s", name).isLessThan(MOST_BYTES);
        Files.createDirectories(IMAGES);
        Files.write(IMAGES.resolve(name), png);
    }

    /** The same picture in fewer bytes: a browser packs in a hurry. */
    private static byte[] packed(byte[] png) throws IOException {
        ByteArrayOutputStream smaller = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0);
        try (ImageOutputStream output = ImageIO.createImageOutputStream(smaller)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(ImageIO.read(new ByteArrayInputStream(png)), null, null), settings);
        } finally {
            writer.dispose();
        }
        return smaller.toByteArray();
    }

    private static double top(String css, Page page) {
        return Double.parseDouble(String.valueOf(page.driver()
                .executeScript(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY - (arguments[0] === 'body' ? 0 : 24)",
                        css)));
    }
}
