package dev.keystile.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, {@code :lookup}, so that no reader has to count question marks.
 *
 * @param text the statement as JDBC wants it
 * @param parameters the name behind each of its question marks
 */
record Sql(String text, List<String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile(":([a-z_]+)");

    static Sql parse(String named) {
        List<String> parameters = new ArrayList<>();
        String text = PARAMETER.matcher(named).replaceAll(match -> question(match, parameters));
        return new Sql(text, List.copyOf(parameters));
    }

    private static String question(MatchResult match, List<String> parameters) {
        parameters.add(match.group(1));
        return "?";
    }
}
