package dev.keystile.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell in a directory, where {@code mvn} finds what was just built as if it had been released. */
final class NewcomersShell {

    private final Path directory;
    private final Path commands;

    private NewcomersShell(Path directory, Path commands) {
        this.directory = directory;
        this.commands = commands;
    }

    /** A shell in {@code project}; {@code workplace} is where it keeps what nobody sees. */
    static NewcomersShell in(Path project, Path workplace) throws IOException {
        Path repository = PublishedRepository.in(Files.createDirectory(workplace.resolve("repository")));
        Path commands = Files.createDirectory(workplace.resolve("commands"));
        Path mvn = Files.createFile(
                commands.resolve("mvn"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String settings = MavenRun.usersSettings()
                .map(file -> " --settings '" + file + "'")
                .orElse("");
        Files.writeString(
                mvn,
                "#!/bin/sh\nexec '" + System.getProperty("maven.home") + "/bin/mvn' --batch-mode '-Dmaven.repo.local="
                        + repository
                        + "'"
                        + settings
                        + " \"$@\"\n");
        return new NewcomersShell(project, commands);
    }

    /** Starts {@code command}; whoever reads its output sees both of its streams. */
    Process start(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().merge("PATH", commands.toString(), (path, ours) -> ours + File.pathSeparator + path);
        shell.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        return shell.start();
    }

    /** What {@code command} prints until it ends, without its colours. */
    String run(String command) throws IOException {
        String printed = new String(start(command).getInputStream().readAllBytes(), UTF_8);
        return printed.replaceAll("\u001B\\[[\\d;]*m", "");
    }

    /** Starts {@code command}, and comes back when it has printed a line with {@code sign} in it. */
    Process startUntil(String sign, String command) throws IOException {
        Process process = start(command);
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(sign)) {
                return process;
            }
            printed.append(line).append('\n');
        }
        throw new AssertionError(command + " ended without \"" + sign + "\": " + printed);
    }
}
