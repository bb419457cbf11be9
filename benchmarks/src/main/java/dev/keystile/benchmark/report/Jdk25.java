package dev.keystile.benchmark.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second JDK, for what the first one doesn't have; found as the build finds it. */
final class Jdk25 {

    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    private Jdk25() {}

    /** Its {@code java}: in the directory that the environment names {@code JAVA_HOME_25}, or in the usual place. */
    static Optional<String> launcher() throws IOException {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv("JAVA_HOME_25");
        if (named != null && !named.isEmpty()) {
            homes.add(Path.of(named));
        }
        if (Files.isDirectory(USUAL_PLACE)) {
            try (DirectoryStream<Path> installed = Files.newDirectoryStream(USUAL_PLACE, "temurin-25*")) {
                installed.forEach(homes::add);
            }
        }
        return homes.stream()
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    @SuppressWarnings("SystemOut") // somebody at a terminal waits for rows that don't come
    static void shoutThatItIsMissing() {
        System.err.println(
                "======== NO JDK 25 FOUND: virtual threads are NOT MEASURED. Install it, or set JAVA_HOME_25.");
    }
}
