package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is complete: each module is in the BOM, and says what it is. */
class PublishedModulesTest {

    private static final Pattern MANAGED =
            Pattern.compile("<groupId>dev.keystile</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>\\$");
    private static final Pattern NAME = Pattern.compile("<name>Keystile [^<]+</name>");
    private static final Pattern DESCRIPTION = Pattern.compile("<description>[^<]{20,}</description>");

    private static List<String> publishedBelow(Path root) {
        return PublishedModule.below(root).stream()
                .map(PublishedModule::artifact)
                .toList();
    }

    private static List<String> managedBy(String bom) {
        return MANAGED.matcher(bom)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theBomHasEveryPublishedModuleAndNoOther() {
        assertThat(managedBy(SourceFiles.text(House.root().resolve("bom/pom.xml"))))
                .containsExactlyInAnyOrderElementsOf(publishedBelow(House.root()));
    }

    @Test
    void everyPublishedModuleHasANameAndADescription() {
        assertThat(PublishedModule.below(House.root()))
                .allSatisfy(
                        module -> assertThat(module.pom()).containsPattern(NAME).containsPattern(DESCRIPTION));
    }

    @Test
    void examplesFixturesAndRulesAreNotPublished() {
        assertThat(publishedBelow(House.root()))
                .contains("keystile-core", "keystile-store-jdbc")
                .doesNotContain("keystile-fixtures", "keystile-architecture", "keystile-example-jdk-http");
    }

    @Test
    void aModuleThatTheBomForgotIsFound(@TempDir Path root) throws IOException {
        Path descriptor = root.resolve("stores/new/src/main/java/module-info.java");
        Files.createDirectories(descriptor.getParent());
        Files.writeString(descriptor, "module dev.keystile.store.fresh {}");
        Files.writeString(root.resolve("stores/new/pom.xml"), """
                <project>
                  <parent>
                    <artifactId>keystile-stores</artifactId>
                  </parent>
                  <artifactId>keystile-store-fresh</artifactId>
                </project>
                """);

        assertThat(publishedBelow(root)).containsExactly("keystile-store-fresh");
        assertThat(managedBy(SourceFiles.text(House.root().resolve("bom/pom.xml"))))
                .doesNotContainAnyElementsOf(publishedBelow(root));
    }
}
