package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with the last release, which doesn't run before there is one, is tried on releases that never were. */
class PublicApiComparisonTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private Path repository = Path.of("");

    @BeforeEach
    void publish() throws Exception {
        repository = PublishedRepository.in(Files.createDirectory(directory.resolve("repository")));
    }

    @Test
    void aPublicMethodThatIsGoneBreaksTheBuild() throws Exception {
        FormerRelease.withMethodMore(repository, directory);

        MavenRun run = compare();

        assertThat(run.exitCode()).as(run.log()).isNotZero();
        assertThat(run.log()).contains("dev.keystile.core.UserTag.formerly()");
    }

    @Test
    void anApiThatStayedAsItWasIsFine() throws Exception {
        FormerRelease.likeToday(repository);

        MavenRun run = compare();

        assertThat(run.exitCode()).as(run.log()).isZero();
        assertThat(run.log()).contains("japicmp").doesNotContain("Skipping execution");
    }

    private MavenRun compare() throws Exception {
        return MavenRun.in(
                ROOT,
                "-Dmaven.repo.local=" + repository,
                "-Dapi.unreleased=false",
                "-Dreleased.version=" + FormerRelease.VERSION,
                "--projects",
                "core",
                "japicmp:cmp@public-api");
    }
}
