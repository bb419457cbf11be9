package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which header fields the contract's answers came with. Kept apart from the checks that got those answers, so that a server that
 * forgets a header is told so once, and not by every check. For one thread.
 */
public final class AnswerLog {

    private final Map<String, WireResponse> kinds = new LinkedHashMap<>();

    AnswerLog() {}

    /** Keeps the head of {@code response}, which is the contract's answer to {@code request}, and returns it. */
    public WireResponse note(WireRequest request, WireResponse response) {
        String kind = request.method() + " answered with " + response.status() + ", " + response.all("Content-Type")
                + " and " + response.all("Cache-Control");
        kinds.putIfAbsent(kind, new WireResponse(response.status(), response.headers(), shorten(response)));
        return response;
    }

    /**
     * Sees whether every answer of the run satisfies {@code rule}.
     *
     * @throws Discrepancy if one doesn't
     * @throws Undecided if there were no answers
     */
    public void require(String rule, Predicate<WireResponse> test) {
        if (kinds.isEmpty()) {
            throw new Undecided("no answer of the contract came in this run");
        }
        Optional<String> offender = kinds.entrySet().stream()
                .filter(kind -> !test.test(kind.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        offender.ifPresent(kind -> {
            throw new Discrepancy(rule, kind);
        });
    }

    /** One byte tells that there was a body; more could be a secret. */
    private static byte[] shorten(WireResponse response) {
        return response.body().length == 0 ? new byte[0] : new byte[1];
    }

    /** The values of {@code name} are exactly {@code value}, once. */
    public static Predicate<WireResponse> exactly(String name, String value) {
        return response -> response.all(name).equals(List.of(value));
    }
}
