package dev.keystile.example.jdk;

/** The page, read from top to bottom: log in, sign, refresh, both dialects of tokens, race. */
final class PageStory {

    private PageStory() {}

    /** Presses everything that there is to press once. */
    static void tell(Page page) {
        page.logIn();
        page.pressAndHear("#send", "#sign-status");
        page.pressAndHear("#refresh-go", "#refresh-status");
        for (String dialect : new String[] {"tokens", "bearer"}) {
            page.pressAndHear("#" + dialect + "-login", "#" + dialect + "-status");
            page.pressAndHear("#" + dialect + "-call", "#" + dialect + "-status");
            page.pressAndHear("#" + dialect + "-exchange", "#" + dialect + "-status");
        }
        page.press("#race-go");
        page.until(
                "twenty answers have come",
                later -> later.all(".runner:not(.waiting)").size() == 20);
        String winner = page.text(".runner.won .key").substring(1);
        page.until(
                "the winner's pair is taken over",
                later -> later.value("apiKey").endsWith(winner + "="));
    }
}
