package dev.keystile.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on the front pages of the Javadoc are lines that some test compiles and runs. */
class JavadocExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);
    private static final List<String> COMPILED = SourceFiles.below(House.root()).stream()
            .filter(source -> source.toString().replace('\\', '/').contains("src/test/"))
            .map(source -> squeezed(SourceFiles.text(source)))
            .toList();

    static Stream<String> examples() {
        return PublishedModule.below(House.root()).stream()
                .flatMap(module ->
                        EXAMPLE.matcher(SourceFiles.text(module.descriptor())).results())
                .map(match -> match.group(1))
                .map(text -> text.lines()
                        .map(line -> line.replaceFirst("^ \\* ?", ""))
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsCompiledSomewhere(String example) {
        assertThat(COMPILED).anyMatch(source -> source.contains(squeezed(example)));
    }

    @Test
    void theSchemesHaveExamples() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anExampleThatNobodyCompilesIsFound() {
        String invented = squeezed("keys.authenticate" + "Sometimes(header);");

        assertThat(COMPILED).noneMatch(source -> source.contains(invented));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
