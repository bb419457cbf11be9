package dev.keystile.testkit.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody else wrote, fit for a terminal: no control characters, which could move its cursor, and not too long. */
final class Printable {

    private static final int LONGEST = 120;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Printable() {}

    static String of(@Nullable Object value) {
        String text = UNPRINTABLE.matcher(String.valueOf(value)).replaceAll("\uFFFD");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
