package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.Refusal;
import dev.keystile.jwt.service.TokenLoginRefusal;
import dev.keystile.jwt.service.TokenRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents name as a proof is there. Whatever stands in backticks as {@code SomeTest} or {@code SomeTest#behaviour} is. */
class DocsTest {

    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w*(?:Test|Tests|Contract|Chapter))(?:#(\\w+))?`");

    @Test
    void everyTestThatTheDocumentsNameIsThere() {
        assertThat(missingProofs(House.root())).isEmpty();
    }

    @Test
    void aTestThatIsGoneIsMissed(@TempDir Path root) throws IOException {
        write(root, "docs/security.md", "| nobody else gets in | `GoneTest` |");

        assertThat(missingProofs(root)).containsExactly("security.md: GoneTest");
    }

    @Test
    void aBehaviourThatIsGoneIsMissed(@TempDir Path root) throws IOException {
        write(root, "docs/security.md", "| nobody else gets in | `GateTest#isShut`, `GateTest#isGone` |");
        write(root, "core/src/test/java/GateTest.java", "class GateTest { void isShut() {} }");

        assertThat(missingProofs(root)).containsExactly("security.md: GateTest#isGone");
    }

    @Test
    void everyRefusalIsInTheTroubleshooting() {
        String guide = read(House.root().resolve("docs/troubleshooting.md"));

        assertThat(refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(guide).contains("`" + refusal + "`"));
    }

    private static List<String> refusals() {
        return Stream.of(Refusal.values(), LoginRefusal.values(), TokenRefusal.values(), TokenLoginRefusal.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .toList();
    }

    private static List<String> missingProofs(Path root) {
        List<Path> sources = SourceFiles.below(root);
        List<String> missing = new ArrayList<>();
        for (Path document : documentsOf(root)) {
            PROOF.matcher(read(document))
                    .results()
                    .filter(proof -> sources.stream().noneMatch(source -> proves(source, proof)))
                    .map(MatchResult::group)
                    .map(proof -> document.getFileName() + ": " + proof.replace("`", ""))
                    .distinct()
                    .forEach(missing::add);
        }
        return missing;
    }

    private static boolean proves(Path source, MatchResult proof) {
        return source.getFileName().toString().equals(proof.group(1) + ".java")
                && (proof.group(2) == null || read(source).contains(" " + proof.group(2) + "("));
    }

    private static List<Path> documentsOf(Path root) {
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        return String.join("\n", SourceFiles.lines(file));
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
