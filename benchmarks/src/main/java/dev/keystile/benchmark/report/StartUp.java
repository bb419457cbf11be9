package dev.keystile.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a virtual machine pays for one Caa verify and one JWT verify, class loading included, over one that does nothing. */
final class StartUp implements Measurement {

    private static final double BOUND_MILLIS = 100;
    private static final double BOUND_MEBIBYTES = 5;
    private static final double MEBIBYTE = 1024 * 1024;

    /** @param bytes in use at the end */
    private record Life(double millis, double bytes) {}

    @Override
    public List<Finding> take(Effort effort) throws IOException, InterruptedException {
        Life idle = best(effort, "nothing");
        Life busy = best(effort);
        return List.of(
                Finding.atMost(
                        BOUND_MILLIS,
                        "Start-up with one Caa verify and one JWT verify",
                        "ms more than without",
                        Measured.exactly(busy.millis() - idle.millis())),
                Finding.atMost(
                        BOUND_MEBIBYTES,
                        "Start-up with one Caa verify and one JWT verify",
                        "MiB more than without",
                        Measured.exactly((busy.bytes() - idle.bytes()) / MEBIBYTE)));
    }

    /** The fastest of several, because nothing makes a start faster than it is. */
    private static Life best(Effort effort, String... arguments) throws IOException, InterruptedException {
        Life best = live(arguments);
        for (int more = effort == Effort.QUICK ? 4 : 19; more > 0; more--) {
            Life next = live(arguments);
            best = next.millis() < best.millis() ? next : best;
        }
        return best;
    }

    private static Life live(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                OneOfEach.class.getName()));
        command.addAll(List.of(arguments));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String bytes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("The virtual machine that does one of each failed.");
        }
        return new Life((System.nanoTime() - begun) / 1e6, Double.parseDouble(bytes));
    }
}
