package dev.keystile.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** What the process was started with: its standard input, its environment, its clock. */
final class Terminal {

    private final InputStream in;
    private final Map<String, String> environment;
    private final Clock clock;
    private @Nullable BufferedReader lines;

    Terminal(InputStream in, Map<String, String> environment, Clock clock) {
        this.in = in;
        this.environment = environment;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** Whether somebody is looking, and didn't say NO_COLOR. */
    boolean isColourful() {
        return Ansi.AUTO.enabled();
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * A secret from the environment, or else the next line of standard input.
     *
     * @throws IllegalArgumentException if it is in neither
     */
    String secret(String variable, String what) {
        return variable(variable)
                .or(this::line)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The " + what + " is missing; set " + variable + ", or write it to standard input."));
    }

    /** The next line of standard input that isn't blank. */
    Optional<String> line() {
        try {
            if (lines == null) {
                lines = new BufferedReader(new InputStreamReader(in, UTF_8));
            }
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            return Optional.ofNullable(line).map(String::strip);
        } catch (IOException broken) {
            throw new UncheckedIOException("Standard input can't be read.", broken);
        }
    }
}
