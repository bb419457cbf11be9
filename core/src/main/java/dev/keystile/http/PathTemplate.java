package dev.keystile.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with named segments, such as {@code /tokens/:token}. Matching is exact, segment by segment: no prefixes, no trailing
 * slash that isn't written, no escapes for what is written plainly.
 *
 * <p>A parameter is one segment, percent-decoded once. It is not empty, holds no slash, and is neither {@code .} nor
 * {@code ..}, however it is spelled: what stands in front of the server might take such a path for another one.
 *
 * @param text the template, beginning with a slash; a segment that begins with a colon is a parameter
 */
public record PathTemplate(String text) {

    private static final Pattern SHAPE = Pattern.compile("(?=/)(?:/:?+[A-Za-z0-9._~-]++)*+/?+");

    /**
     * @throws IllegalArgumentException if {@code text} doesn't begin with a slash, has an empty segment before its end, has
     *     characters other than letters, digits and {@code . _ ~ -} in a segment, or names a parameter twice or not at all
     */
    public PathTemplate {
        if (!SHAPE.matcher(text).matches() || !areDistinct(parameterNames(text))) {
            throw new IllegalArgumentException(
                    "A path template begins with '/' and has segments of letters, digits and . _ ~ -,"
                            + " or parameters such as ':token', each named once; this one is '" + text + "'.");
        }
    }

    /** This template below {@code prefix}, which is empty or begins with a slash and doesn't end with one. */
    public PathTemplate under(String prefix) {
        if (prefix.endsWith("/")) {
            throw new IllegalArgumentException("A path prefix doesn't end with '/', this one is '" + prefix + "'.");
        }
        return new PathTemplate(prefix + text);
    }

    /** The template in the style of servers that write parameters as {@code {name}}. */
    public String inBraces() {
        return segments(text).stream()
                .map(segment -> isParameter(segment) ? "{" + nameOf(segment) + "}" : segment)
                .collect(Collectors.joining("/"));
    }

    /**
     * The parameters if {@code rawPath} is of this shape; for servers that don't route by template themselves. Never throws.
     *
     * @param rawPath the path as sent, still encoded, without the query
     */
    public Optional<Map<String, String>> match(String rawPath) {
        List<String> wanted = segments(text);
        List<String> given = segments(rawPath);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (isParameter(wanted.get(i))) {
                Optional<String> value = PathSegment.decode(given.get(i)).filter(PathTemplate::isUnmistakable);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(nameOf(wanted.get(i)), value.get());
            } else if (!given.get(i).equals(wanted.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }

    private static boolean isUnmistakable(String value) {
        return !value.isEmpty() && !value.contains("/") && !value.equals(".") && !value.equals("..");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static List<String> parameterNames(String path) {
        return segments(path).stream()
                .filter(PathTemplate::isParameter)
                .map(PathTemplate::nameOf)
                .toList();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith(":");
    }

    private static String nameOf(String parameter) {
        return parameter.substring(1);
    }

    private static boolean areDistinct(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }

    @Override
    public String toString() {
        return text;
    }
}
