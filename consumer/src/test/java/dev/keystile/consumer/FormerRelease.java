package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.tools.ToolProvider;

/** A release of the core that never was: today's, but that one of its types may have had a method more. */
final class FormerRelease {

    static final String VERSION = "0.0.1";

    private static final String ARTIFACT = "keystile-core";
    private static final String TYPE = "dev/keystile/core/UserTag";
    private static final Path SOURCE = Path.of("..", "core", "src", "main", "java", TYPE + ".java");

    private FormerRelease() {}

    /** Puts one into {@code repository} that is today's. */
    static Path likeToday(Path repository) throws IOException {
        Path folder = Files.createDirectories(repository.resolve(Path.of("dev", "keystile", ARTIFACT, VERSION)));
        String pom = Files.readString(PublishedRepository.pom(ARTIFACT));
        Files.writeString(
                folder.resolve(ARTIFACT + "-" + VERSION + ".pom"),
                pom.replaceFirst("<version>" + PublishedRepository.version(), "<version>" + VERSION));
        return Files.copy(PublishedRepository.jar(ARTIFACT), folder.resolve(ARTIFACT + "-" + VERSION + ".jar"));
    }

    /** Puts one into {@code repository} that had the public method {@code UserTag.formerly}. */
    static void withMethodMore(Path repository, Path scratch) throws IOException {
        Path jar = likeToday(repository);
        Path source = Files.createDirectories(scratch.resolve("source")).resolve("UserTag.java");
        Files.writeString(
                source,
                Files.readString(SOURCE).stripTrailing().replaceFirst("}$", "public int formerly() { return 0; } }"));
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        jar.toString(),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(failed).isZero();
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            Files.copy(
                    classes.resolve(TYPE + ".class"),
                    archive.getPath(TYPE + ".class"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
