package dev.keystile.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells GraalVM which resources a module reads, in the format of today and in that of JDK 17 to 22. */
final class NativeImage {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private NativeImage() {}

    /** What the code of {@code module} can read, as names on the class path. */
    static List<String> resourcesOf(PublishedModule module) {
        Path root = module.directory().resolve(RESOURCES);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .sorted()
                    .toList();
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    /** The file {@code name} of {@code module} that GraalVM looks for. */
    static Path file(PublishedModule module, String name) {
        return module.directory()
                .resolve(RESOURCES)
                .resolve(Path.of("META-INF", "native-image", "dev.keystile", module.artifact(), name));
    }

    static String reachability(List<String> resources) {
        return resources.stream()
                .map("    {\"glob\": \"%s\"}"::formatted)
                .collect(Collectors.joining(",\n", "{\n  \"resources\": [\n", "\n  ]\n}\n"));
    }

    static String resourceConfig(List<String> resources) {
        return resources.stream()
                .map("      {\"pattern\": \"\\\\Q%s\\\\E\"}"::formatted)
                .collect(
                        Collectors.joining(",\n", "{\n  \"resources\": {\n    \"includes\": [\n", "\n    ]\n  }\n}\n"));
    }
}
