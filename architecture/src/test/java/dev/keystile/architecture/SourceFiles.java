package dev.keystile.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources below a directory, without what a build puts there. */
final class SourceFiles {

    private SourceFiles() {}

    /** Every source of every module, those of tests and examples too. */
    static List<Path> below(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> isWritten(root.relativize(path)))
                    .sorted()
                    .toList();
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    /** The sources that the published JARs are made of. */
    static List<Path> publishedBelow(Path root) {
        return below(root).stream()
                .filter(path -> isPublished(root.relativize(path)))
                .toList();
    }

    private static boolean isWritten(Path relative) {
        return Stream.of(relative.toString().split("[/\\\\]"))
                .noneMatch(segment -> segment.equals("target") || segment.startsWith("."));
    }

    private static boolean isPublished(Path relative) {
        String path = relative.toString().replace('\\', '/');
        return path.contains("src/main/java/")
                && Stream.of("examples/", "benchmarks/", "fixtures/", "consumer/", "soak/")
                        .noneMatch(path::startsWith);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }
}
