package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.function.Function;

/**
 * A login of whichever dialect, for checks that need a request with a body and know what it is worth.
 *
 * @param name what ids of checks call it
 * @param operation where it is
 * @param rightBody the active user's, as JSON
 * @param wrongBody well-formed and worth nothing, as JSON
 * @param success the status that a right body gets
 * @param refusals what others get
 */
public record Entrance(
        String name,
        Operation operation,
        Function<Probe, String> rightBody,
        Function<Probe, String> wrongBody,
        int success,
        Refusals refusals) {

    /** What a body gets that isn't understood. */
    public Answer malformed() {
        return refusals.malformed();
    }

    /** What a wrong body gets. */
    public Answer wrong() {
        return refusals.wrong();
    }

    /** The request, without a body. */
    public WireRequest request(Probe probe) {
        return probe.at(operation);
    }

    /** A login that succeeds. */
    public WireRequest right(Probe probe) {
        return request(probe).json(rightBody.apply(probe));
    }

    /** A login that fails. */
    public WireRequest wrong(Probe probe) {
        return request(probe).json(wrongBody.apply(probe));
    }

    /**
     * Sends {@code request}, which must log the user in.
     *
     * @throws Discrepancy if it doesn't
     */
    public void admit(Probe probe, WireRequest request) throws IOException {
        WireResponse response = probe.send(request);
        requireAdmitted(response);
        probe.answers().note(request, response);
    }

    /**
     * Returns if {@code response} logged the user in.
     *
     * @throws Discrepancy if it didn't
     */
    public void requireAdmitted(WireResponse response) {
        if (response.status() != success) {
            throw new Discrepancy(success + " and a grant", response.status() + " " + response.text());
        }
    }

    /**
     * The refusals of a login.
     *
     * @param malformed of a body that isn't understood
     * @param wrong of a body that is worth nothing
     * @param throttled of whoever tried too often, besides {@code Retry-After}
     */
    public record Refusals(Answer malformed, Answer wrong, Answer throttled) {}
}
