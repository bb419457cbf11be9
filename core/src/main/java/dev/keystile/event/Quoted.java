package dev.keystile.event;

import dev.keystile.core.UserId;

/** Shows texts that a client may have chosen: in quotes, on one line, and no longer than a line should be. */
final class Quoted {

    private static final int LONGEST = 100;

    private Quoted() {}

    static String of(UserId user) {
        return of(user.value());
    }

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(codePoint -> append(quoted, codePoint));
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    /** Letters and digits of any script, and the printable rest of ASCII; all else as an escape. */
    private static void append(StringBuilder quoted, int codePoint) {
        boolean printable = codePoint >= ' ' && codePoint <= '~' && codePoint != '"' && codePoint != '\\';
        if (printable || (codePoint > '~' && Character.isLetterOrDigit(codePoint))) {
            quoted.appendCodePoint(codePoint);
        } else {
            quoted.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }
}
