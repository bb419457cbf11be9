package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README in Chinese says what the README says: the same headings in number and depth, the same code, tables and links. */
class TranslationTest {

    private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private final String english = read("README.md");
    private final String chinese = read("README.zh-CN.md");

    @Test
    void bothHaveTheSameHeadings() {
        assertThat(all(HEADING, chinese)).isEqualTo(all(HEADING, english)).hasSizeGreaterThan(3);
    }

    @Test
    void bothShowTheSameCode() {
        assertThat(all(CODE, chinese)).isEqualTo(all(CODE, english)).isNotEmpty();
    }

    @Test
    void bothHaveTheSameRows() {
        assertThat(all(FIRST_CELL, chinese)).isEqualTo(all(FIRST_CELL, english)).isNotEmpty();
    }

    @Test
    void bothLeadToTheSamePages() {
        assertThat(pagesOf(chinese)).isEqualTo(pagesOf(english)).isNotEmpty();
    }

    /** But for the pictures, and the way from one language to the other. */
    private static List<String> pagesOf(String readme) {
        return LINK.matcher(readme)
                .results()
                .map(link -> link.group(1))
                .filter(page -> !page.startsWith("docs/images/") && !page.startsWith("README"))
                .toList();
    }

    private static List<String> all(Pattern pattern, String readme) {
        return pattern.matcher(readme).results().map(MatchResult::group).toList();
    }

    private static String read(String name) {
        return String.join("\n", SourceFiles.lines(House.root().resolve(name)));
    }
}
