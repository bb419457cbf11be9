package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody adds what the README says, and has a server on Spring Boot's versions of what we depend on. Their build logs a user in
 * and verifies the request, by both schemes, on the class path and on the module path.
 */
class ConsumerTest {

    private static final Path PROJECT = Path.of("src", "test", "project");
    private static final Path MAIN = Path.of("src", "main", "java");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "Spring Boot {0}: jackson-core {1}, nimbus-jose-jwt {2}, slf4j-api {3}")
    @CsvSource({"3.5.16, 2.21.4, 9.37.4, 2.0.18", "4.1.1, 2.21.5, 10.9.1, 2.0.18"})
    void aUserLogsInAndIsVerifiedOnTheVersionsThatSpringBootPins(
            String boot, String jackson, String nimbus, String slf4j) throws Exception {
        MavenRun run = MavenRun.in(
                project(),
                "-Dmaven.repo.local=" + PublishedRepository.in(Files.createDirectory(directory.resolve("repository"))),
                "-Dspring-boot.version=" + boot,
                "-Dnimbus.version=" + nimbus,
                "compile",
                "exec:exec@class-path",
                "exec:exec@module-path");

        assertThat(run.exitCode()).as(run.log()).isZero();
        assertThat(run.log().split("exec \\(module-path\\)", 2))
                .satisfiesExactly(
                        log -> assertServed(log, jackson, nimbus, slf4j, "on the class path"),
                        log -> assertServed(log, jackson, nimbus, slf4j, "on the module path"));
    }

    private static void assertServed(String log, String jackson, String nimbus, String slf4j, String path) {
        assertThat(log)
                .contains("Caa: user 1", "JWT: user 1", path)
                .contains(
                        "jackson-core-" + jackson + ".jar",
                        "nimbus-jose-jwt-" + nimbus + ".jar",
                        "slf4j-api-" + slf4j + ".jar");
    }

    /** Outside this build, or Maven would read its {@code .mvn}. */
    private Path project() throws IOException {
        Path project = Files.createDirectory(directory.resolve("shop"));
        Path sources = project.resolve(MAIN).resolve(Path.of("com", "example", "shop"));
        Files.createDirectories(sources);
        Files.copy(
                PROJECT.resolve(MAIN).resolve("module-info.java"),
                project.resolve(MAIN).resolve("module-info.java"));
        Files.copy(
                PROJECT.resolve(MAIN).resolve(Path.of("com", "example", "shop", "Shop.java")),
                sources.resolve("Shop.java"));
        Files.writeString(project.resolve("pom.xml"), ReadmeXml.into(Files.readString(PROJECT.resolve("pom.xml"))));
        return project;
    }
}
