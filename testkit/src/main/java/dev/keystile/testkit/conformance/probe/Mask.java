package dev.keystile.testkit.conformance.probe;

import java.util.regex.Pattern;

/** Keeps passwords, keys, tokens, digests and signatures out of reports. */
final class Mask {

    private static final int MOST = 300;
    private static final int SHOWN = 4;
    private static final String HIDDEN = "***";

    /** Runs of 20 and more base64 or base64url characters with digits or capitals among them, as no path of ours has. */
    private static final Pattern CREDENTIAL = Pattern.compile("(?=[a-z+/_=-]*[0-9A-Z])[A-Za-z0-9+/_=-]{20,}");

    private final String password;

    Mask(String password) {
        this.password = password;
    }

    /** {@code text} without the password, with whatever looks like a credential cut to its first characters, on one line. */
    String apply(String text) {
        String masked = CREDENTIAL
                .matcher(text.replace(password, HIDDEN))
                .replaceAll(found -> found.group().substring(0, SHOWN) + HIDDEN)
                .replaceAll("[\\r\\n]+", " ");
        return masked.length() <= MOST ? masked : masked.substring(0, MOST) + " (cut)";
    }
}
