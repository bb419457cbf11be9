package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A few lines of Java in any room of the house, compiled against the real house and forgotten again. They show that a rule bites,
 * and that it doesn't bite too much.
 */
final class Planted {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private final List<String> sources;

    private Planted(List<String> sources) {
        this.sources = sources;
    }

    /** Source files, each with its package; where a culprit is looked for it is in the first one. */
    static Planted source(String... sources) {
        return new Planted(List.of(sources));
    }

    /** Asserts that {@code rule} finds the first type of the first source out, and nothing else. */
    void breaks(ArchRule rule) {
        breaks(rule, packageOf(sources.get(0)) + "." + SourceText.typeIn(sources.get(0)));
    }

    /** Asserts that {@code rule} complains, and names {@code culprit} in every complaint. */
    void breaks(ArchRule rule, String culprit) {
        assertThat(violations(rule)).isNotEmpty().allMatch(violation -> violation.contains(culprit));
    }

    /** Asserts that {@code rule} lets all of it pass. */
    void keeps(ArchRule rule) {
        assertThat(violations(rule)).isEmpty();
    }

    private List<String> violations(ArchRule rule) {
        ArchRule evenIfNothingIsConcerned = rule.allowEmptyShould(true);
        return evenIfNothingIsConcerned.evaluate(compiled()).getFailureReport().getDetails();
    }

    private JavaClasses compiled() {
        try {
            Path directory = Files.createTempDirectory("planted");
            try {
                compileInto(directory);
                return new ClassFileImporter().importPath(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    private void compileInto(Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-d",
                directory.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-nowarn");
        List<SourceText> units = sources.stream().map(SourceText::of).toList();
        boolean compiled =
                compiler.getTask(complaints, null, null, options, null, units).call();
        assertThat(compiled).as(complaints::toString).isTrue();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String packageOf(String source) {
        return PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
    }
}
