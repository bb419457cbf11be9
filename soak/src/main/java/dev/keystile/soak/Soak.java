package dev.keystile.soak;

import dev.keystile.example.jdk.Demo;
import dev.keystile.soak.server.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Runs a soak, prints its report, and fails if any answer was wrong or anything grew. */
public final class Soak {

    private static final int FAILED = 1;

    private Soak() {}

    /** Takes the engine, minutes, calls a second, and a seed or {@code random}. */
    public static void main(String[] args) throws IOException {
        long seed = args[3].equals("random") ? new SplittableRandom().nextLong() : Long.parseLong(args[3]);
        SoakSettings settings = SoakSettings.of(
                args[0],
                Duration.ofMillis((long) (Double.parseDouble(args[1]) * 60_000)),
                Integer.parseInt(args[2]),
                seed);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "soak").toAbsolutePath()), settings.store() + "-");
        System.out.println("Soaking " + settings + " in " + folder);
        SoakReport report = SoakRun.of(settings, Demo.class.getName(), folder, UnaryOperator.identity());
        report.lines().forEach(System.out::println);
        Files.write(folder.resolve("report.md"), report.lines());
        Files.write(
                folder.resolve("samples.txt"),
                report.samples().stream().map(Sample::toString).toList());
        System.exit(report.isSound() ? 0 : FAILED);
    }
}
