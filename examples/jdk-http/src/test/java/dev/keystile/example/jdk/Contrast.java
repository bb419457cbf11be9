package dev.keystile.example.jdk;

import java.util.List;

/** Measures the text of a page against what it stands on, as WCAG 2.2 defines contrast. */
final class Contrast {

    /** Colours may be mixed and translucent, so they are painted on a canvas, and the bytes that come out are compared. */
    private static final String MEASURE = """
            const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const painted = (colours) => {
              for (const colour of ['#fff', ...colours]) {
                brush.fillStyle = colour;
                brush.fillRect(0, 0, 1, 1);
              }
              return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const luminance = (bytes) => bytes
              .map((byte) => byte / 255)
              .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
              .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            const grounds = (node) => node
              ? [...grounds(node.parentElement), getComputedStyle(node).backgroundColor]
              : [];
            const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const faint = [];
            while (texts.nextNode()) {
              const node = texts.currentNode.parentElement;
              const text = texts.currentNode.data.trim();
              if (text && node.checkVisibility() && !node.matches('textarea, script, noscript, .skip, .unseen')) {
                const ground = grounds(node);
                const found = ratio(luminance(painted([...ground, getComputedStyle(node).color])), luminance(painted(ground)));
                if (found < 4.5) {
                  faint.push(text + ' at ' + found.toFixed(2));
                }
              }
            }
            return faint;
            """;

    private Contrast() {}

    /** Every visible text with a contrast below 4.5 to 1, and how much it has. */
    static List<?> tooFaintTexts(Page page) {
        return (List<?>) page.driver().executeScript(MEASURE);
    }
}
