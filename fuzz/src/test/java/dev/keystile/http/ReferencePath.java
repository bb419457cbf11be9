package dev.keystile.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Templates and paths, read by splitting, by RFC 3986's {@code pchar} and by the JDK's decoder. */
final class ReferencePath {

    private static final Pattern PCHARS = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+");
    private static final String REPLACEMENT = "\uFFFD";
    private static final String ESCAPED_REPLACEMENT = "%EF%BF%BD";

    private ReferencePath() {}

    static Optional<Map<String, String>> match(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> parameters = new HashMap<>();
        boolean matches = wanted.length == given.length;
        for (int i = 0; matches && i < wanted.length; i++) {
            if (wanted[i].startsWith(":")) {
                String value = decode(given[i]);
                parameters.put(wanted[i].substring(1), value);
                matches = !value.isEmpty() && !value.contains("/") && !value.equals(".") && !value.equals("..");
            } else {
                matches = wanted[i].equals(given[i]);
            }
        }
        return matches ? Optional.of(parameters) : Optional.empty();
    }

    /** Nothing of what has no value; the decoder replaces what is no UTF-8, and that shows. */
    private static String decode(String segment) {
        if (!PCHARS.matcher(segment).matches()) {
            return "";
        }
        String decoded = URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        boolean replaced =
                occurrences(decoded, REPLACEMENT) != occurrences(segment.toUpperCase(Locale.ROOT), ESCAPED_REPLACEMENT);
        return replaced ? "" : decoded;
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
