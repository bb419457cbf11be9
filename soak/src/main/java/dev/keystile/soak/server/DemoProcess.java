package dev.keystile.soak.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo, in a JVM of its own, at a pace at which everything is over within two minutes. */
public final class DemoProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /** On a busy machine an engine may be too late for the demo's start. */
    private static final int MOST_STARTS = 10;

    private final String main;
    private final String store;
    private final Path folder;
    private Running running;

    private record Running(Process process, URI address, Probe probe) {}

    /**
     * Starts it on {@code store}, with its log and its keys in {@code folder}.
     *
     * @param main the demo's main class, or another that calls it
     */
    public DemoProcess(String main, String store, Path folder) throws IOException {
        this.main = main;
        this.store = store;
        this.folder = Files.createDirectories(folder);
        this.running = start(0);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "soak-demo-stop"));
    }

    /** Where it listens, also after it was started again. */
    public URI address() {
        return running.address();
    }

    /** What it holds now. */
    public Sample look(long atMillis) throws IOException {
        return running.probe().take(atMillis);
    }

    /** Kills it, as {@code kill -9} does, and starts it again at the same address. */
    public void killAndRestart() throws IOException {
        running.probe().close();
        running.process().destroyForcibly().onExit().join();
        running = start(running.address().getPort());
    }

    @Override
    public void close() {
        running.process().destroyForcibly();
    }

    private Running start(int port) throws IOException {
        for (int attempt = 0; attempt < MOST_STARTS; attempt++) {
            Process process = launch(port);
            Optional<URI> address = greetingOf(process);
            if (address.isPresent()) {
                return new Running(process, address.get(), new Probe(process.pid()));
            }
        }
        throw new IllegalStateException("The demo doesn't start; look into " + folder + ".");
    }

    private Process launch(int port) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dhurry=true",
                "-Dport=" + port,
                "-Dstore=" + store,
                "-Dsecrets=" + folder.resolve("secrets"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.logFile=" + folder.resolve("demo-" + System.nanoTime() + ".log"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Where it says that it listens. What it says afterwards nobody reads; it is little enough to wait in the pipe. */
    private static Optional<URI> greetingOf(Process process) throws IOException {
        BufferedReader greeting = process.inputReader();
        for (String line = greeting.readLine(); line != null; line = greeting.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return Optional.of(URI.create(found.group()));
            }
        }
        return Optional.empty();
    }
}
