package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bytecode can't tell: how long a file is, and whether there are classes that no rule looks at. */
class SourceFilesTest {

    private static final int MOST_LINES = 400;

    private static List<Path> tooLongBelow(Path root) {
        return SourceFiles.below(root).stream()
                .filter(source -> SourceFiles.lines(source).size() > MOST_LINES)
                .toList();
    }

    /** Published sources whose classes the rules don't see, because their module is no dependency of this one. */
    private static List<String> outOfSightBelow(Path root) {
        return SourceFiles.publishedBelow(root).stream()
                .map(SourceFilesTest::typeName)
                .filter(name -> !name.endsWith("-info"))
                .filter(name -> !House.classes().contain(name))
                .toList();
    }

    private static String typeName(Path source) {
        String path = source.toString().replace('\\', '/');
        String start = "/src/main/java/";
        return path.substring(path.indexOf(start) + start.length(), path.length() - ".java".length())
                .replace('/', '.');
    }

    @Test
    void noFileIsTooLong() {
        assertThat(tooLongBelow(House.root())).isEmpty();
    }

    @Test
    void everyModuleIsUnderTheRules() {
        assertThat(outOfSightBelow(House.root()))
                .as("published types of modules that architecture/pom.xml doesn't depend on")
                .isEmpty();
    }

    @Test
    void theSourcesAreFound() {
        assertThat(SourceFiles.publishedBelow(House.root()))
                .contains(House.root().resolve("core/src/main/java/dev/keystile/core/ApiKey.java"));
        assertThat(SourceFiles.below(House.root()))
                .contains(House.root()
                        .resolve("architecture/src/test/java/dev/keystile/architecture/SourceFilesTest.java"));
    }

    @Test
    void aFileOf401LinesIsTooLong(@TempDir Path root) throws IOException {
        Path fitting = write(root, "core/src/test/java/Fitting.java", Collections.nCopies(MOST_LINES, "//"));
        Path tooLong = write(root, "core/src/test/java/TooLong.java", Collections.nCopies(MOST_LINES + 1, "//"));

        assertThat(tooLongBelow(root)).containsExactly(tooLong).doesNotContain(fitting);
    }

    @Test
    void aModuleThatIsForgottenIsOutOfSight(@TempDir Path root) throws IOException {
        write(root, "jwt/src/main/java/dev/keystile/jwt/Forgotten.java", List.of());
        write(root, "core/src/main/java/dev/keystile/core/ApiKey.java", List.of());

        assertThat(outOfSightBelow(root)).containsExactly("dev.keystile.jwt.Forgotten");
    }

    @Test
    void whatABuildLeavesBehindIsNoSource(@TempDir Path root) throws IOException {
        write(root, "core/target/generated-sources/Made.java", List.of());
        write(root, ".idea/Kept.java", List.of());

        assertThat(SourceFiles.below(root)).isEmpty();
    }

    private static Path write(Path root, String name, List<String> lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.write(file, lines);
    }
}
