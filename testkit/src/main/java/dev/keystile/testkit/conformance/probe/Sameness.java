package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.wire.WireResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a client can tell two refusals apart by anything but the time. */
final class Sameness {

    /** What a server adds by itself, and what changes with the clock. */
    private static final Set<String> NOT_OURS = Set.of("date", "connection", "keep-alive", "server");

    private Sameness() {}

    /** @throws Discrepancy unless both agree in status, header lines and body */
    static void require(WireResponse first, WireResponse second) {
        boolean same = first.status() == second.status()
                && lines(first).equals(lines(second))
                && Arrays.equals(first.body(), second.body());
        if (!same) {
            throw new Discrepancy(describe(first), describe(second));
        }
    }

    private static String describe(WireResponse response) {
        return response.status() + " " + response.text() + " with " + lines(response);
    }

    private static List<String> lines(WireResponse response) {
        return response.headers().stream()
                .filter(header -> !NOT_OURS.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }
}
