package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** {@code docs/public-api.md} lists what users can name. Whoever adds to it sees it in the diff, and can weigh it. */
class PublicApiTest {

    private static final Pattern LEFT_OUT = Pattern.compile("<exclude>(dev\\.keystile[^<]*)</exclude>");

    private static final String INTRODUCTION = """
            # The public API

            Every type that you can name, by module and package, with the first sentence of its Javadoc. What isn't here is not
            exported, and changes as it likes; [versioning](versioning.md) says what that means for the rest. This page is written by
            `PublicApiTest`, which fails when it drifts.
            """;

    @Test
    void thePageListsWhatIsPublic() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        PublishedModule.below(House.root()).forEach(module -> append(page, module.artifact(), apiOf(module)));

        GeneratedFile.prove(House.root().resolve("docs/public-api.md"), page.toString());
    }

    @Test
    void everyExportedPackageAndItsTypesSayWhatTheyAre() {
        assertThat(PublishedModule.below(House.root())).allSatisfy(module -> {
            PublicApi api = apiOf(module);
            assertThat(api.moduleSentence()).isNotEmpty();
            assertThat(api.packages()).allSatisfy(name -> {
                assertThat(api.sentenceOf(name)).isNotEmpty();
                assertThat(api.typesOf(name)).isNotEmpty().doesNotContainValue("");
            });
        });
    }

    @Test
    void theComparisonWithTheLastReleaseLeavesOutWhatIsHiddenAndNothingElse() {
        List<String> leftOut = LEFT_OUT.matcher(SourceFiles.text(House.root().resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(leftOut)
                .containsExactlyInAnyOrderElementsOf(PublishedModule.below(House.root()).stream()
                        .flatMap(module -> apiOf(module).hiddenPackages().stream())
                        .toList());
    }

    @Test
    void whatIsExportedToSomeOrHiddenIsLeftOut() {
        PublicApi api = PublicApi.of(List.of(
                SourceText.of("/** Says. */ module m { exports a; exports b to c; }"),
                SourceText.of(
                        "package a; /** Shown. More. */ public class Shown { public enum Inner {} class Own {} }"),
                SourceText.of("package a; /** Hidden. */ class Hidden { public interface Inner {} }"),
                SourceText.of("package b; /** For some. */ public class ForSome {}")));

        assertThat(api.moduleSentence()).isEqualTo("Says.");
        assertThat(api.packages()).containsExactly("a");
        assertThat(api.typesOf("a")).isEqualTo(Map.of("Shown", "Shown.", "Shown.Inner", ""));
    }

    @Test
    void aSentenceIsPlainMarkdown() {
        PublicApi api = PublicApi.of(List.of(SourceText.of(
                "package a; /** Takes {@code b|c}\n or {@link java.util.List#of}; see. No. */ public class D {}")));

        assertThat(api.typesOf("a")).containsEntry("D", "Takes `b\\|c` or `List#of`; see.");
    }

    private static PublicApi apiOf(PublishedModule module) {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            return PublicApi.of(files.getJavaFileObjectsFromPaths(
                    SourceFiles.below(module.directory().resolve("src/main/java"))));
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    private static void append(StringBuilder page, String artifact, PublicApi api) {
        page.append("\n## `%s`\n\nModule `%s`. %s\n".formatted(artifact, api.moduleName(), api.moduleSentence()));
        api.packages()
                .forEach(name -> page.append("\n### `%s`\n\n%s\n\n| type | what it is |\n|---|---|\n"
                                .formatted(name, api.sentenceOf(name)))
                        .append(rows(api.typesOf(name))));
    }

    private static String rows(Map<String, String> types) {
        Stream<String> rows =
                types.entrySet().stream().map(type -> "| `%s` | %s |\n".formatted(type.getKey(), type.getValue()));
        return String.join("", rows.toList());
    }
}
