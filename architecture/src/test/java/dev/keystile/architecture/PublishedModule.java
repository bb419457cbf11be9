package dev.keystile.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module that is published: it has a module-info, which is also what makes the root's POM publish it.
 *
 * @param directory where its POM is
 * @param artifact its artifact id
 */
record PublishedModule(Path directory, String artifact) {

    private static final String DESCRIPTOR = "src/main/java/module-info.java";
    private static final Pattern ARTIFACT =
            Pattern.compile("</parent>.*?<artifactId>(.*?)</artifactId>", Pattern.DOTALL);

    /** The published modules of the build at {@code root}, in the order of their folders. */
    static List<PublishedModule> below(Path root) {
        return SourceFiles.publishedBelow(root).stream()
                .filter(source -> source.endsWith(DESCRIPTOR))
                .map(PublishedModule::of)
                .toList();
    }

    private static PublishedModule of(Path descriptor) {
        Path directory = Stream.iterate(descriptor, Path::getParent)
                .skip(Path.of(DESCRIPTOR).getNameCount())
                .findFirst()
                .orElseThrow();
        return new PublishedModule(directory, artifactIn(directory.resolve("pom.xml")));
    }

    private static String artifactIn(Path pom) {
        return ARTIFACT.matcher(SourceFiles.text(pom))
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow(() -> new IllegalStateException(pom + " has no parent, or no artifactId behind it."));
    }

    Path descriptor() {
        return directory.resolve(DESCRIPTOR);
    }

    String pom() {
        return SourceFiles.text(directory.resolve("pom.xml"));
    }
}
