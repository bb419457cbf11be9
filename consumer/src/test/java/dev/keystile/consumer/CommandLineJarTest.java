package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The command line as it is handed over: one JAR, started by {@code java -jar}, in a pipe and on a terminal. */
class CommandLineJarTest {

    private static final Path JAR = Path.of("..", "testkit", "target", "keystile-testkit-" + version() + "-cli.jar")
            .toAbsolutePath()
            .normalize();
    private static final String COLOUR = "\u001B[";
    private static final String ACTION = "user:personal-profile";

    /** What the scheme's own documentation has signed, long ago. */
    private static final String HEADER =
            "Caa U3pnZ1U4ZGoyeGNlZ1hmWlZ4MXVjbS9oS2dyZThESWNrSFBveGtrbituMD06VkhUbllqc2NPTnJHWE11bWFHQ2h2VitRK1hvPSAx"
                    + "NDk0OTA4MjYxNTk5";

    @Test
    void itHelpsAndTellsItsVersion() throws Exception {
        assertThat(run(Map.of(), "", java("--help"))).startsWith("Usage: keystile");
        assertThat(run(Map.of(), "", java("--version"))).contains(version());
    }

    @Test
    void itMakesAndTakesApartTokensWithNothingBesideIt() throws Exception {
        assertThat(run(Map.of(), "", java("keys", "secret", "--algorithm", "HS256"))
                        .strip())
                .hasSize(44);
        assertThat(run(Map.of(), HEADER + "\n", java("explain", "--action", ACTION)))
                .contains("SzggU8…");
    }

    @Test
    void aPipeIsNotColoured() throws Exception {
        assertThat(run(Map.of(), HEADER + "\n", java("explain", "--action", ACTION)))
                .doesNotContain(COLOUR);
    }

    @Test
    void aTerminalIsColoured() throws Exception {
        assertThat(onTerminal(Map.of())).contains("refused").contains(COLOUR);
    }

    @Test
    void aTerminalIsNotColouredWithNoColor() throws Exception {
        assertThat(onTerminal(Map.of("NO_COLOR", "1"))).contains("refused").doesNotContain(COLOUR);
    }

    @Test
    void itBringsTheLicencesOfAllThatIsInIt() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
        assertThat(text("META-INF/LICENSE.txt")).contains("QOS.ch", "Permission is hereby granted");
        assertThat(text("META-INF/NOTICE.txt")).contains("Apache Commons Codec");
    }

    @Test
    void itBringsNoTestLibrary() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.startsWith("org/junit") || name.startsWith("org/assertj"));
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code script} starts a command on a terminal of its own, types what it reads there, and says what was written. */
    private static String onTerminal(Map<String, String> environment) throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "NO " + script + ": colours on a terminal are not tested here.");
        String line = String.join(" ", java("explain", "--action", ACTION));
        return run(environment, HEADER + "\n", List.of(script.toString(), "-q", "-c", line, "/dev/null"));
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String run(Map<String, String> environment, String input, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(Map.of("TERM", "xterm", "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String version() {
        return System.getProperty("keystile.version");
    }
}
