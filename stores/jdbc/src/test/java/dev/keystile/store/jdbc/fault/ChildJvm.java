package dev.keystile.store.jdbc.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the class path of this one, spoken to line by line. */
final class ChildJvm implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 5;

    private final Process process;
    private final PrintWriter mouth;
    private final BufferedReader ear;

    private ChildJvm(Process process) {
        this.process = process;
        this.mouth = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.ear = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("No JVM for " + main, failure);
        }
    }

    void say(String line) {
        mouth.println(line);
    }

    /** All that it says until {@code end}, without it. */
    List<String> hearUntil(String end) {
        List<String> lines = new ArrayList<>();
        for (String line = hear(); !line.equals(end); line = hear()) {
            lines.add(line);
        }
        return lines;
    }

    /** What it had still said before it was killed. A line that it was killed over is left out. */
    List<String> hearRest() {
        StringWriter rest = new StringWriter();
        try {
            ear.transferTo(rest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String said = rest.toString();
        return said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Kills it, as {@code kill -9} does, and waits until it is gone. What it has said can still be heard. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    /** How it ended. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The child JVM doesn't end: " + process.info());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The next line that it says. */
    String hear() {
        try {
            String line = ear.readLine();
            if (line == null) {
                throw new IllegalStateException("The child JVM ended in the middle of what it had to say.");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
