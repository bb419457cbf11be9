package dev.keystile.example.adapter;

import dev.keystile.testkit.conformance.ConformanceReport;
import dev.keystile.testkit.conformance.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables in the documentation. Each adapter's tests know its own column; the others are read from what is committed. So every
 * module proves its column, and one run of all modules with {@code -Dconformance.write=true} writes the whole.
 */
final class ConformanceDocs {

    private static final String BEGIN = "<!-- written by the tests: begin -->\n";
    private static final String END = "<!-- written by the tests: end -->\n";
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path DETAILS = DOCS.resolve("conformance.md");
    private static final Path OVERVIEW = DOCS.resolve("adapters.md");
    private static final String REMEDY =
            " no longer says what the tests find; see how to write it anew in docs/conformance.md";

    private ConformanceDocs() {}

    /**
     * Does nothing if the tables have {@code report} in the column of {@code adapter}; writes it there if it was told to.
     *
     * @throws AssertionError if they haven't
     */
    static void prove(Adapter adapter, ConformanceReport report) throws IOException {
        CommittedTable committed = CommittedTable.in(marked(DETAILS));
        List<ConformanceReport> columns = new ArrayList<>();
        for (Adapter any : Adapter.values()) {
            columns.add(any == adapter ? report : committed.column(any.title(), report));
        }
        prove(DETAILS, MarkdownTable.of(columns));
        prove(OVERVIEW, MarkdownTable.byChapter(columns) + lines());
    }

    private static void prove(Path file, String table) throws IOException {
        String text = Files.readString(file);
        String whole = text.substring(0, text.indexOf(BEGIN)) + BEGIN + table + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(file, whole);
        } else if (!text.equals(whole)) {
            throw new AssertionError(file.getFileName() + REMEDY + difference(text, whole));
        }
    }

    private static String difference(String committed, String found) {
        List<String> known = committed.lines().toList();
        return found.lines()
                .filter(line -> !known.contains(line))
                .findFirst()
                .map(line -> ", first found: " + line)
                .orElse(", in the order of its lines or in lines that are gone");
    }

    private static String marked(Path file) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(BEGIN) || !text.contains(END)) {
            throw new AssertionError(file.getFileName() + " has lost the marks around its table: " + BEGIN + END);
        }
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    private static String lines() throws IOException {
        List<String> counts = new ArrayList<>();
        for (Adapter any : Adapter.values()) {
            counts.add(any.title() + " " + any.lines());
        }
        return "\nLines that you copy: " + String.join(", ", counts) + ".\n";
    }
}
