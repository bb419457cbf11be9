package dev.keystile.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs everything and tells how it compares. {@code quick} prints the ratios; {@code full} writes them into the document that it is
 * given, between the two marks there. Ends with 1 if a bound is missed by more than the run's own noise.
 */
public final class Report {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- /measured -->";

    private Report() {}

    /** @param args {@code quick} or {@code full}; the rows, {@code all} or a group of them; for all, a document may follow */
    public static void main(String[] args) throws IOException, InterruptedException {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        List<Finding> findings = take(Rows.named(args[1]), effort);
        String table = Table.of(findings);
        print(table);
        if (args[1].equals(Rows.ALL) && args.length > 2 && !args[2].isEmpty()) {
            write(Path.of(args[2]), table);
        }
        System.exit(findings.stream().anyMatch(Finding::fails) ? 1 : 0);
    }

    private static List<Finding> take(List<Rows> groups, Effort effort) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Rows rows : groups) {
            for (Measurement measurement : rows.measurements()) {
                findings.addAll(measurement.take(effort));
            }
        }
        return findings;
    }

    @SuppressWarnings("SystemOut") // this is what somebody at a terminal waits for
    private static void print(String table) {
        System.out.println(table);
    }

    private static void write(Path document, String table) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(document + " has no " + BEGIN + " and " + END + " to write between.");
        }
        Files.writeString(document, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
    }
}
