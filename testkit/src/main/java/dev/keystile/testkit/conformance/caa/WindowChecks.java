package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The window around the server's clock, tried ten seconds off its edges, as nobody knows that clock to the millisecond. */
final class WindowChecks {

    private static final String INSIDE = "up to 5 minutes (or as configured) before or after the server's clock";
    private static final String OUTSIDE = "more than 5 minutes (or as configured) before or after the server's clock"
            + " -> 400 invalid signature and serverTime in milliseconds";
    private static final Pattern WITH_SERVER_TIME =
            Pattern.compile("\\{\"message\":\"invalid signature\",\"serverTime\":([0-9]{13})\\}");
    private static final long OFF_THE_EDGE = Duration.ofSeconds(10).toMillis();
    private static final long A_DAY = Duration.ofDays(1).toMillis();
    private static final long CLOCK_SLACK = Duration.ofSeconds(30).toMillis();

    private final Chapter chapter = Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED);

    private WindowChecks() {}

    static Chapter chapter() {
        WindowChecks checks = new WindowChecks();
        checks.accepted("old", "10 s inside the window, before now (TP1)", window -> OFF_THE_EDGE - window);
        checks.accepted("ahead", "10 s inside the window, after now (TP2)", window -> window - OFF_THE_EDGE);
        checks.refused("too-old", "10 s outside the window, before now", window -> -window - OFF_THE_EDGE);
        checks.refused("too-far-ahead", "10 s outside the window, after now (T22)", window -> window + OFF_THE_EDGE);
        checks.refused("a-day-old", "a day outside the window (T23)", window -> -window - A_DAY);
        checks.refusedAt("thirteen-zeros", "13 zeros", "0000000000000");
        checks.refusedAt("thirteen-nines", "13 nines", "9999999999999");
        return checks.chapter;
    }

    private void accepted(String id, String proof, LongUnaryOperator distance) {
        chapter.check("caa.timestamp." + id, INSIDE, proof, probe -> {
            CaaSession session = CaaSession.of(probe);
            session.admit(session.gate(), headerAt(session, timestamp(probe, distance)));
        });
    }

    private void refused(String id, String proof, LongUnaryOperator distance) {
        chapter.check("caa.timestamp." + id, OUTSIDE, proof, probe -> refuse(probe, timestamp(probe, distance)));
    }

    private void refusedAt(String id, String proof, String timestamp) {
        chapter.check("caa.timestamp." + id, OUTSIDE, proof, probe -> refuse(probe, timestamp));
    }

    private static String timestamp(Probe probe, LongUnaryOperator distance) throws IOException {
        long window = probe.target().signatureWindow().toMillis();
        return CaaSession.of(probe).nowPlus(distance.applyAsLong(window));
    }

    private static void refuse(Probe probe, String timestamp) throws IOException {
        CaaSession session = CaaSession.of(probe);
        WireResponse response = probe.send(session.request(session.gate(), headerAt(session, timestamp)));
        Matcher told = WITH_SERVER_TIME.matcher(response.text());
        if (response.status() != Answers.INVALID_SIGNATURE.status() || !told.matches()) {
            throw new Discrepancy(
                    "400 {\"message\":\"invalid signature\",\"serverTime\":<millis>}",
                    response.status() + " " + response.text());
        }
        long distance = Long.parseLong(told.group(1)) - Long.parseLong(session.now());
        if (Math.abs(distance) > CLOCK_SLACK) {
            throw new Discrepancy("serverTime of now", "another one, " + distance + " ms from what it was before");
        }
    }

    private static String headerAt(CaaSession session, String timestamp) throws IOException {
        return session.parts(session.gate(), session.pair(), timestamp).header();
    }
}
