package dev.keystile.testkit.cli;

import dev.keystile.testkit.ConformanceSuite;
import dev.keystile.testkit.conformance.CheckResult;
import java.io.PrintWriter;

/** Which check was made last, on a line of its own that is written over; silent where nobody looks. */
final class Progress implements AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean shown;
    private final int all = ConformanceSuite.checks().size();
    private int done;

    Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    void show(CheckResult result) {
        done++;
        if (shown) {
            err.print(
                    CLEAR_LINE + "[" + done + "/" + all + "] " + result.check().id());
            err.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
