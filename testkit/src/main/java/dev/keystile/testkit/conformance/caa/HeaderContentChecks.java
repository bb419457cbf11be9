package dev.keystile.testkit.conformance.caa;

import static dev.keystile.testkit.conformance.caa.HeaderTrial.withSpareBits;
import static dev.keystile.testkit.conformance.caa.SignedParts.base64;
import static dev.keystile.testkit.conformance.caa.SignedParts.headerAround;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keystile.testkit.conformance.probe.Chapter;

/** What stands behind the scheme: the base64, and what it spells. */
final class HeaderContentChecks {

    private static final String SCHEME = "Caa ";

    private final HeaderTrial trial = new HeaderTrial();

    private HeaderContentChecks() {}

    static Chapter chapter() {
        HeaderContentChecks checks = new HeaderContentChecks();
        checks.encodings();
        checks.shapes();
        checks.signatures();
        checks.keys();
        return checks.trial.chapter();
    }

    private void encodings() {
        trial.value(
                "alphabet",
                "a character outside the alphabet (C01)",
                parts -> parts.header().replace(SCHEME, "Caa !"));
        trial.value("unpadded", "the padding left out", parts -> parts.header().replace("=", ""));
        trial.value("overpadded", "one = too many (C04)", parts -> parts.header() + "=");
        trial.value("spare-bits", "spare bits of the last character set (C05)", parts -> withSpareBits(parts.header()));
        trial.value(
                "twice-encoded",
                "base64 of base64 (C07)",
                parts -> headerAround(parts.header().substring(SCHEME.length())));
        trial.value("padding-alone", "padding alone (C08)", parts -> "Caa ====");
        trial.value(
                "bad-utf8",
                "bytes that aren't UTF-8 (C09)",
                parts -> SCHEME + base64("\u00C0\u00AE:sig 0".getBytes(ISO_8859_1)));
        trial.inner("bom", "a byte order mark before the key (C10)", parts -> "\uFEFF" + parts.inner());
    }

    private void shapes() {
        trial.inner("no-colon", "no colon (C12)", parts -> parts.inner().replace(":", ""));
        trial.inner("no-inner-space", "no space (C13)", parts -> parts.inner().replace(" ", ""));
        trial.inner(
                "no-timestamp",
                "an empty timestamp (C16)",
                parts -> parts.withTimestamp("").inner());
        trial.inner(
                "two-inner-spaces", "two spaces (C18)", parts -> parts.inner().replace(" ", "  "));
        trial.inner(
                "inner-tab", "a tab for the space (C19)", parts -> parts.inner().replace(' ', '\t'));
        trial.inner("newline", "a line break behind it (C21)", parts -> parts.inner() + "\n");
        trial.inner("leading-space", "a space before it (C22)", parts -> " " + parts.inner());
        trial.inner("separators", "separators alone (C24)", parts -> ": ");
    }

    private void signatures() {
        trial.inner(
                "no-signature",
                "an empty signature (C15)",
                parts -> parts.withSignature("").inner());
        trial.inner(
                "signature-url-alphabet", "the signature in the URL-safe alphabet (C02)", HeaderTrial::inUrlAlphabet);
        trial.inner(
                "signature-longer",
                "a character behind the signature (C38)",
                parts -> parts.withSignature(parts.signature() + "A").inner());
        trial.inner(
                "signature-spare-bits",
                "spare bits in the signature's last character (C44)",
                parts -> parts.withSignature(withSpareBits(parts.signature())).inner());
    }

    private void keys() {
        trial.inner(
                "key-nul",
                "a NUL behind the key (C25)",
                parts -> parts.withKey(parts.apiKey() + "\0").inner());
        trial.inner(
                "key-sql",
                "SQL for a key (C26)",
                parts -> parts.withKey("x' OR '1'='1").inner());
        trial.inner(
                "key-glob",
                "a glob, a line break and a command for a key (C28)",
                parts -> parts.withKey("*\r\nDEL a").inner());
        trial.inner(
                "key-huge",
                "10 000 characters for a key (C29)",
                parts -> parts.withKey("A".repeat(10_000)).inner());
        trial.inner(
                "key-space",
                "a space behind the key (C31)",
                parts -> parts.withKey(parts.apiKey() + " ").inner());
        trial.inner(
                "key-accent",
                "an accented letter in the key (C32)",
                parts -> parts.withKey("\u00C1" + parts.apiKey().substring(1)).inner());
        trial.inner(
                "key-short",
                "a key of 31 bytes",
                parts -> parts.withKey(base64(new byte[31])).inner());
        trial.inner(
                "key-spare-bits",
                "spare bits in the key's last character",
                parts -> parts.withKey(withSpareBits(parts.apiKey())).inner());
    }
}
