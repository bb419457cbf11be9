package dev.keystile.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository that has what was just built, and everything else from where the user's Maven keeps it. Nothing of ours is
 * written to the latter: its folders are linked here one by one, all but ours.
 */
final class PublishedRepository {

    private static final Path PUBLISHED = Path.of("target", "published").toAbsolutePath();
    private static final Path OURS = Path.of("dev", "keystile");

    private PublishedRepository() {}

    /** Makes one in {@code directory}, which is empty. */
    static Path in(Path directory) throws IOException {
        Path users = Path.of(System.getProperty("users.repository"));
        linkAllBut(users, OURS.getName(0), directory);
        linkAllBut(
                users.resolve(OURS.getName(0)),
                OURS.getName(1),
                Files.createDirectory(directory.resolve(OURS.getName(0))));
        copy(PUBLISHED.resolve(OURS), directory.resolve(OURS));
        return directory;
    }

    /** The POM of {@code artifact}, as it is published. */
    static Path pom(String artifact) {
        return folder(artifact).resolve(artifact + "-" + version() + ".pom");
    }

    static Path jar(String artifact) {
        return folder(artifact).resolve(artifact + "-" + version() + ".jar");
    }

    static String version() {
        return System.getProperty("keystile.version");
    }

    /** Every artifact that was published, the BOM too. */
    static List<String> artifacts() throws IOException {
        try (Stream<Path> folders = Files.list(PUBLISHED.resolve(OURS))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path folder(String artifact) {
        return PUBLISHED.resolve(OURS).resolve(artifact).resolve(version());
    }

    private static void linkAllBut(Path from, Path spared, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> folders = Files.list(from)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.getFileName().equals(spared)) {
                    Files.createSymbolicLink(to.resolve(folder.getFileName()), folder);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException noDisk) {
                    throw new UncheckedIOException(noDisk);
                }
            });
        }
    }
}
