package dev.keystile.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the README says to add to a POM. */
final class ReadmeXml {

    private static final Pattern FENCED = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

    private ReadmeXml() {}

    /** {@code pom} with the README's snippets where its comments ask for them. */
    static String into(String pom) throws IOException {
        return pom.replace("<!-- README: dependency -->", snippetOf("keystile-caa-signature"))
                .replace("<!-- README: bom -->", snippetOf("keystile-bom"));
    }

    private static String snippetOf(String artifact) throws IOException {
        List<String> snippets = FENCED.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(match -> match.group(1))
                .filter(snippet -> snippet.contains("<artifactId>" + artifact + "</artifactId>"))
                .toList();
        if (snippets.size() != 1) {
            throw new AssertionError(
                    "README.md shows " + snippets.size() + " XML snippets for " + artifact + "; show one.");
        }
        return snippets.get(0);
    }
}
