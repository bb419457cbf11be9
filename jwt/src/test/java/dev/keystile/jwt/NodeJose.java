package dev.keystile.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs {@code jose-interop.mjs} in Node, with the package {@code jose} installed into the build's own folder. */
final class NodeJose {

    private static final String VERSION = "6.2.17";
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "npm-jose");
    private static final String SCRIPT = "jose-interop.mjs";

    private NodeJose() {}

    static Map<String, Object> run(String input) throws ParseException {
        try (InputStream script = NodeJose.class.getResourceAsStream(SCRIPT)) {
            Files.createDirectories(FOLDER);
            if (!Files.exists(FOLDER.resolve("node_modules/jose/package.json"))) {
                execute(
                        "",
                        "npm",
                        "install",
                        "--prefix",
                        ".",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--no-package-lock",
                        "jose@" + VERSION);
            }
            if (script == null) {
                throw new AssertionError(SCRIPT + " is missing from the test resources.");
            }
            Files.copy(script, FOLDER.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
            return JSONObjectUtils.parse(execute(input, "node", SCRIPT));
        } catch (IOException unavailable) {
            return Assumptions.abort("NOT RUN, interoperability with npm jose: Node, npm or the package can't be had ("
                    + unavailable.getMessage() + ")");
        }
    }

    private static String execute(String input, String... command) throws IOException {
        Path output = FOLDER.resolve("output-" + command[0] + ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(FOLDER.resolve("errors-" + command[0] + ".txt").toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command[0] + " failed, see " + FOLDER);
            }
            return Files.readString(output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
