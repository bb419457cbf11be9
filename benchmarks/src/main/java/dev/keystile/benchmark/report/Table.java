package dev.keystile.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;

/** The findings as Markdown, with what they were measured on. */
final class Table {

    private Table() {}

    static String of(List<Finding> findings) {
        return "\n" + machine()
                + "\n\n| work | compared with, or unit | median (95 % interval) | bound | holds |\n|---|---|---|---|---|\n"
                + findings.stream().map(Finding::row).collect(Collectors.joining("\n"))
                + "\n\n";
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version") + ".";
    }
}
