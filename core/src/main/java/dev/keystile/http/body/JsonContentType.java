package dev.keystile.http.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a Content-Type declares JSON in UTF-8, by the grammar of RFC 9110 section 8.3.1. Parameters are tolerated, as
 * clients send all sorts; a charset must be UTF-8 each time that it is named, and a list that doesn't parse is refused.
 */
final class JsonContentType {

    private static final String SPACE = "[ \\t]*+";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~\\x80-\\xFF]|\\\\[\\t -~\\x80-\\xFF])*+\"";

    private static final Pattern TYPE = Pattern.compile(SPACE + "application/json" + SPACE, Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile(
            ";" + SPACE + "(?:(?<name>" + TOKEN + ")=(?<value>" + TOKEN + "|" + QUOTED + ")" + SPACE + ")?+");

    private JsonContentType() {}

    static boolean matches(String contentType) {
        Matcher type = TYPE.matcher(contentType);
        return type.lookingAt() && areHarmless(contentType.substring(type.end()));
    }

    private static boolean areHarmless(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.lookingAt()) {
            if (isOtherCharset(parameter.group("name"), parameter.group("value"))) {
                return false;
            }
            parameter.region(parameter.end(), parameters.length());
        }
        return parameter.regionStart() == parameters.length();
    }

    private static boolean isOtherCharset(@Nullable String name, @Nullable String value) {
        return "charset".equalsIgnoreCase(name)
                && !"utf-8".equalsIgnoreCase(value)
                && !"\"utf-8\"".equalsIgnoreCase(value);
    }
}
