package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a repository asks of a POM, and what a user's build shouldn't have to look for. */
class PublishedPomTest {

    private static final List<String> ASKED_FOR = List.of(
            "<name>",
            "<description>",
            "<url>",
            "<licenses>",
            "<developers>",
            "<scm",
            "<connection>",
            "<issueManagement>");

    static Stream<String> artifacts() throws IOException {
        return PublishedRepository.artifacts().stream();
    }

    @Test
    void theBomAndTheModulesArePublished() throws IOException {
        assertThat(PublishedRepository.artifacts())
                .contains("keystile-bom", "keystile-core", "keystile-testkit")
                .doesNotContain("keystile-parent", "keystile-fixtures");
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void aPublishedPomSaysWhatARepositoryAsksFor(String artifact) throws IOException {
        assertThat(pom(artifact)).contains(ASKED_FOR);
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void aPublishedPomNeedsNoOther(String artifact) throws IOException {
        assertThat(pom(artifact).replace("${project.version}", ""))
                .doesNotContain("<parent>", "<modules>", "<build>", "<scope>test</scope>", "${");
    }

    private static String pom(String artifact) throws IOException {
        return Files.readString(PublishedRepository.pom(artifact));
    }
}
