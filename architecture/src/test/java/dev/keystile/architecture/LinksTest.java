package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the documents send a reader, there is a page, and on it the heading. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        assertThat(deadLinks()).isEmpty();
    }

    private static List<String> deadLinks() throws Exception {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(read(page))
                    .results()
                    .filter(link ->
                            !link.group(1).contains("://") && !link.group(1).startsWith("mailto:"))
                    .filter(link -> !leads(page, link.group(1), link.group(2)))
                    .map(link -> House.root().relativize(page) + ": " + link.group())
                    .forEach(dead::add);
        }
        return dead;
    }

    private static boolean leads(Path page, String name, String heading) {
        Path target = name.isEmpty() ? page : page.resolveSibling(name).normalize();
        return Files.exists(target) && (heading == null || hasHeading(target, heading));
    }

    private static boolean hasHeading(Path page, String anchor) {
        return HEADING.matcher(read(page)).results().anyMatch(heading -> anchor.equals(anchorOf(heading.group(1))));
    }

    private static String anchorOf(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<Path> pages() throws Exception {
        try (Stream<Path> top = Files.list(House.root());
                Stream<Path> docs = Files.list(House.root().resolve("docs"));
                Stream<Path> examples = Files.walk(House.root().resolve("examples"), 2)) {
            return Stream.of(top, docs, examples)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String read(Path page) {
        return String.join("\n", SourceFiles.lines(page));
    }
}
