package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Probe;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How often the header comes, under which scheme, and how long it is. */
final class HeaderLineChecks {

    private static final String SCHEME = "Caa ";
    private static final int LONGEST = 8 * 1024;

    private final HeaderTrial trial = new HeaderTrial();

    private HeaderLineChecks() {}

    static Chapter chapter() {
        HeaderLineChecks checks = new HeaderLineChecks();
        checks.times();
        checks.schemes();
        checks.values();
        return checks.trial
                .chapter()
                .check(
                        "caa.header.folded",
                        "a header that is broken as HTTP: 4xx, 501, 505 or a closed connection",
                        "the right header with CR LF and a space in the middle of its base64 (H14)",
                        HeaderLineChecks::folded)
                .check(
                        "caa.header.scheme-case",
                        "the scheme name is compared without regard to case",
                        "the right header, its scheme written as caa (H20)",
                        HeaderLineChecks::lowerCaseScheme);
    }

    private void times() {
        trial.lines("missing", "no Authorization header (H01)", parts -> List.of());
        twice("twice", "the right header twice", "Authorization: %s", "Authorization: %s");
        twice("in-two-cases", "the right header, and again as authorization", "Authorization: %s", "authorization: %s");
        twice("before-bearer", "the right header, then Bearer (H10)", "Authorization: %s", "Authorization: Bearer x");
        twice("behind-bearer", "Bearer, then the right header (H11)", "Authorization: Bearer x", "Authorization: %s");
        twice("before-empty", "the right header, then an empty one", "Authorization: %s", "Authorization:");
        trial.lines(
                "proxy",
                "the credential in Proxy-Authorization alone (H19)",
                parts -> List.of("Proxy-Authorization: " + parts.header()));
        trial.value(
                "joined", "two credentials joined by a comma (H13)", parts -> parts.header() + ", " + parts.header());
    }

    private void schemes() {
        scheme("two-spaces", "two spaces behind the scheme (H05)", "Caa  ");
        scheme("no-break-space", "a no-break space behind the scheme (H07)", "Caa\u00A0");
        scheme("no-space", "nothing between scheme and base64", "Caa");
        scheme("longer-scheme", "the scheme CaaX (H08)", "CaaX ");
        scheme("no-scheme", "the base64 alone", "");
        scheme("bearer", "the scheme Bearer", "Bearer ");
        scheme("basic", "the scheme Basic", "Basic ");
    }

    private void values() {
        trial.value("empty", "an empty value (H02)", parts -> "");
        trial.value("scheme-alone", "the scheme and a space (H04)", parts -> SCHEME);
        trial.value(
                "too-long", "one character over 8 KiB", parts -> SCHEME + "A".repeat(LONGEST + 1 - SCHEME.length()));
        trial.value("16-kib", "16 KiB (H16)", parts -> SCHEME + "A".repeat(2 * LONGEST));
        trial.value("not-ascii", "letters outside ASCII (H17)", parts -> SCHEME + "\u00E9\u4E2D");
    }

    private void scheme(String id, String proof, String scheme) {
        trial.value(id, proof, parts -> parts.header().replace(SCHEME, scheme));
    }

    private void twice(String id, String proof, String first, String second) {
        trial.lines(
                id, proof, parts -> List.of(first.replace("%s", parts.header()), second.replace("%s", parts.header())));
    }

    private static void folded(Probe probe) throws IOException {
        SignedCall call = CaaSession.of(probe).gate();
        StringBuilder header = new StringBuilder(CaaSession.of(probe).header(call));
        String folded = header.insert(header.length() / 2, "\r\n ").toString();
        probe.expectRefusal(CaaSession.of(probe).request(call, folded));
    }

    private static void lowerCaseScheme(Probe probe) throws IOException {
        SignedCall call = CaaSession.of(probe).gate();
        CaaSession session = CaaSession.of(probe);
        session.admit(call, session.header(call).replace(SCHEME, SCHEME.toLowerCase(Locale.ROOT)));
    }
}
