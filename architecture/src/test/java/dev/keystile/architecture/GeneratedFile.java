package dev.keystile.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that is committed and could be made anew: the tests fail when it says something else than they would write. */
final class GeneratedFile {

    private static final String WRITE = "generated.write";

    private GeneratedFile() {}

    /**
     * Does nothing if {@code file} holds {@code expected}; writes it there if it was told to.
     *
     * @throws AssertionError if it doesn't
     */
    static void prove(Path file, String expected) {
        if (Boolean.getBoolean(WRITE)) {
            write(file, expected);
            return;
        }
        drift(file, expected).ifPresent(found -> {
            throw new AssertionError(
                    file + " has drifted; write it anew, and look at what changed: mvn -pl architecture -am"
                            + " test -Dtest='dev/keystile/architecture/*Test' -Dsurefire.failIfNoSpecifiedTests=false -D"
                            + WRITE
                            + "=true. " + found);
        });
    }

    /** In what {@code file} differs from {@code expected}; empty if it doesn't. */
    static Optional<String> drift(Path file, String expected) {
        if (!Files.exists(file)) {
            return Optional.of("There is no such file.");
        }
        if (SourceFiles.text(file).equals(expected)) {
            return Optional.empty();
        }
        List<String> known = SourceFiles.lines(file);
        return Optional.of(expected.lines()
                .filter(line -> !known.contains(line))
                .findFirst()
                .map(line -> "First new line: " + line)
                .orElse("Lines of it are gone, or in another order."));
    }

    private static void write(Path file, String expected) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }
}
