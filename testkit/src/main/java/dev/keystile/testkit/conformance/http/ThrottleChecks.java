package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Undecided;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Too many failed logins. Whoever is throttled may stay so for a while, so run it last. */
final class ThrottleChecks {

    private static final int MOST_ATTEMPTS = 40;

    private ThrottleChecks() {}

    static Chapter chapter(Entrance login) {
        return Chapter.of("Login", Need.mounted(login.operation()), Need.on(Trait.THROTTLE))
                .check(
                        login.name() + ".throttled",
                        "too many attempts, where throttling is on -> "
                                + login.refusals().throttled() + " with Retry-After",
                        "up to 40 wrong logins (L35)",
                        probe -> throttled(probe, login));
    }

    private static void throttled(Probe probe, Entrance login) throws IOException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<WireResponse> answer = probe.wire().exchange(login.wrong(probe));
            if (answer.isPresent() && !login.wrong().matches(answer.get())) {
                login.refusals().throttled().require(answer.get());
                requireRetryAfter(answer.get());
                return;
            }
        }
        throw new Undecided("the throttle did not answer to " + MOST_ATTEMPTS + " wrong logins");
    }

    private static void requireRetryAfter(WireResponse response) {
        List<String> told = response.all("Retry-After");
        if (told.size() != 1 || !told.get(0).matches("[0-9]+")) {
            throw new Discrepancy("Retry-After: <seconds>", "Retry-After: " + told);
        }
    }
}
