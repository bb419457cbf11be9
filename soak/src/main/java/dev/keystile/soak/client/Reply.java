package dev.keystile.soak.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back. */
record Reply(int status, String body) {

    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    boolean isOk() {
        return status == 200 || status == 201;
    }

    /** A member that is a string without escapes. */
    Optional<String> text(String member) {
        return member("\"([^\"\\\\]*)\"", member);
    }

    /** A member that is a number. */
    Optional<Long> number(String member) {
        return member("(\\d+)", member).map(Long::valueOf);
    }

    /** The one token in it. */
    Optional<String> token() {
        Matcher found = TOKEN.matcher(body);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private Optional<String> member(String value, String name) {
        Matcher found = Pattern.compile('"' + name + "\":" + value).matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The status alone, if it grants something: that would be a secret. */
    @Override
    public String toString() {
        return isOk() ? String.valueOf(status) : status + " " + body;
    }
}
