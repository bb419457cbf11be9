package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.AnswerLog;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.wire.WireResponse;
import java.util.List;
import java.util.function.Predicate;

/** What holds for every answer of the contracts; looks at those that came while the other checks ran, so run it last. */
final class AnswerChecks {

    private static final Predicate<WireResponse> NOT_STORED = AnswerLog.exactly("Cache-Control", "no-store");
    private static final Predicate<WireResponse> JSON =
            AnswerLog.exactly("Content-Type", "application/json; charset=utf-8");

    private AnswerChecks() {}

    static Chapter chapter() {
        return Chapter.of("For all of them")
                .check(
                        "answers.no-store",
                        "Cache-Control: no-store",
                        "every answer of the contracts in this run: that header line once, and nothing else in it",
                        probe -> probe.answers().require("Cache-Control: no-store", NOT_STORED))
                .check(
                        "answers.content-type",
                        "application/json; charset=utf-8",
                        "every answer with a body in this run: that header line once, to the letter",
                        probe -> probe.answers()
                                .require("Content-Type: application/json; charset=utf-8", AnswerChecks::isDeclared))
                .check(
                        "answers.content-type.empty",
                        "an empty body comes without a Content-Type",
                        "every answer of 401 without a body in this run",
                        probe -> probe.answers().require("no Content-Type", AnswerChecks::isSilent));
    }

    private static boolean isDeclared(WireResponse response) {
        return response.body().length == 0 || JSON.test(response);
    }

    private static boolean isSilent(WireResponse response) {
        return response.body().length > 0
                || response.status() != 401
                || response.all("Content-Type").equals(List.of());
    }
}
