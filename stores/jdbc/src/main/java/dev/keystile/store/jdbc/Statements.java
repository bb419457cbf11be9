package dev.keystile.store.jdbc;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All statements in the words of one dialect: those of every engine, and over them those that it says differently. */
final class Statements {

    private static final Pattern STATEMENT =
            Pattern.compile("-- name: (\\w+)\\R(.*?)(?=\\R\\R|\\s*\\z)", Pattern.DOTALL);

    private final Map<StatementName, Sql> statements = new EnumMap<>(StatementName.class);

    private Statements(Map<String, String> texts) {
        for (StatementName name : StatementName.values()) {
            String text = texts.get(name.label());
            if (text == null) {
                throw new IllegalStateException("No SQL file has the statement '" + name.label() + "'.");
            }
            statements.put(name, Sql.parse(text));
        }
    }

    static Statements of(JdbcDialect dialect) {
        Map<String, String> texts = new HashMap<>(textsIn(SqlResource.read("statements.sql")));
        texts.putAll(textsIn(dialect.statements()));
        return new Statements(texts);
    }

    Sql get(StatementName name) {
        return Objects.requireNonNull(statements.get(name));
    }

    /** A statement begins behind its name and ends before an empty line. */
    private static Map<String, String> textsIn(String file) {
        return STATEMENT.matcher(file).results().collect(Collectors.toMap(match -> match.group(1), Statements::text));
    }

    private static String text(MatchResult match) {
        return match.group(2).strip();
    }
}
