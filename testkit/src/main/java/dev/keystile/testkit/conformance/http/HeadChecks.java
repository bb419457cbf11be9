package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.Optional;

/** Header lines that two readers can read in two ways (RFC 9112, section 5), and ones that are too long to read. */
final class HeadChecks {

    private static final int HUGE = 64 * 1024;

    private HeadChecks() {}

    static Chapter chapter(Entrance login) {
        FramingTrial trial = new FramingTrial(login);
        contentType(trial, "folded", "a header folded in the middle of a word", "Content-Type: application/\r\n json");
        contentType(trial, "nul", "a NUL in the middle of a word", "Content-Type: application/js\0on");
        contentType(
                trial,
                "bare-cr",
                "a carriage return alone between two headers",
                "Content-Type: text/plain\rContent-Type: application/json");
        contentType(
                trial,
                "bare-lf",
                "a line feed alone between two headers",
                "Content-Type: text/plain\nContent-Type: application/json");
        contentType(trial, "space-before-colon", "a space before a colon", "Content-Type : application/json");
        return trial.chapter()
                .check(
                        "framing." + login.name() + ".head.64-kib",
                        "a head of 64 KiB: served, or 4xx, or a closed connection, and the next connection is served",
                        "an unknown header of 64 KiB",
                        probe -> huge(probe, login));
    }

    private static void contentType(FramingTrial trial, String id, String proof, String line) {
        trial.bare("head." + id, proof, (request, body) -> request.line(line).body(body));
    }

    private static void huge(Probe probe, Entrance login) throws IOException {
        Optional<WireResponse> answer =
                probe.unwitnessedWire().exchange(login.right(probe).header("X-Padding", "a".repeat(HUGE)));
        boolean refused = answer.map(response -> response.status() >= 400 && response.status() < 500)
                .orElse(true);
        if (!refused) {
            login.requireAdmitted(answer.orElseThrow());
        }
        probe.expect(login.malformed(), login.request(probe).json("{"));
    }
}
