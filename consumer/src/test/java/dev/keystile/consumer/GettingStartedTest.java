package dev.keystile.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody follows docs/getting-started.md word for word, from an empty directory; only the port is another one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guide's commands are those of a POSIX shell")
class GettingStartedTest {

    private static final Path ADAPTER =
            Path.of("..", "examples/jdk-http/src/main/java/dev/keystile/example/jdk/JdkHttpAdapter.java");

    @TempDir
    private static Path directory;

    private static Guide guide;
    private static NewcomersShell shell;
    private static Process server;

    @BeforeAll
    static void startTheServer() throws IOException {
        guide = Guide.read(Path.of("..", "docs", "getting-started.md")).with("8080", String.valueOf(freePort()));
        Path project = Files.createDirectory(directory.resolve("empty"));
        guide.writeFilesTo(project);
        shell = NewcomersShell.in(project, directory);
        server = shell.startUntil("ready on", commands().get(0));
    }

    @AfterAll
    static void stopTheServer() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    @Test
    void itsLoginIsGrantedAPair() throws IOException {
        Assumptions.assumeTrue(
                shell.run("command -v curl").contains("curl"),
                "NO curl FOUND: the guide's login is not tried. Install it.");

        assertThat(shell.run(commands().get(1))).contains("\"apiKey\":\"", "\"secretKey\":\"", "\"name\":\"Ada\"");
    }

    @Test
    void itsClientPrintsWhatTheGuideSays() throws IOException {
        assertThat(shell.run(commands().get(2)))
                .as("behind what Maven and its JDK say")
                .endsWith(guide.blocks("text").get(0));
    }

    @Test
    void itsAdapterIsThatOfTheExample() throws IOException {
        assertThat(Files.readString(ADAPTER)).endsWith(guide.file("src/main/java/JdkHttpAdapter.java"));
    }

    @Test
    void everythingItSaysToTypeIsTyped() {
        assertThat(commands()).hasSize(3);
    }

    private static List<String> commands() {
        return guide.blocks("sh");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
