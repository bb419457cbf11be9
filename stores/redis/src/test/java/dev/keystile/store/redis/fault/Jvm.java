package dev.keystile.store.redis.fault;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM beside this one that runs one main method. The two talk in lines. */
final class Jvm implements AutoCloseable {

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    /** Starts {@code main} with {@code arguments}, on the class path of this JVM. */
    Jvm(Class<?> main, Object... arguments) {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        try {
            this.process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    void tell(Object line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it says, up to an empty line. */
    List<String> listen() {
        return out.lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** Waits until it has ended, and tells by what code. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
