package dev.keystile.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Maven of its own, as a user would start it: the Maven, the JDK and the settings of the build around it.
 *
 * @param exitCode 0 if it was content
 * @param log what it said, on both streams
 */
record MavenRun(int exitCode, String log) {

    private static final int PATIENCE_MINUTES = 8;

    /** Runs Maven in {@code directory} until it ends. */
    static MavenRun in(Path directory, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile("maven", ".log");
        ProcessBuilder maven = new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        Process process = maven.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "Maven still runs after " + PATIENCE_MINUTES + " minutes: " + Files.readString(log));
            }
            return new MavenRun(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private static List<String> command(String... arguments) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.add("--batch-mode");
        usersSettings().ifPresent(settings -> command.addAll(List.of("--settings", settings.toString())));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The settings of the build around this one, if it has any. */
    static Optional<Path> usersSettings() {
        return Optional.of(System.getProperty("users.settings", "").replaceFirst("^settings:", ""))
                .filter(settings -> !settings.isEmpty() && !settings.startsWith("$"))
                .map(Path::of)
                .filter(Files::exists);
    }
}
