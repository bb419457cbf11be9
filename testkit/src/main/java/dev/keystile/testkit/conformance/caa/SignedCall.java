package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.ConformanceTarget.ProtectedPath;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An operation that a Caa signature opens.
 *
 * @param name what ids of checks call it
 * @param need that it is there
 * @param action what is signed
 * @param request the request, without its header
 * @param expiryNames what its grant calls the expiry; empty if it grants nothing
 */
record SignedCall(
        String name,
        Need need,
        Function<ConformanceTarget, String> action,
        Function<Probe, WireRequest> request,
        List<String> expiryNames) {

    static final SignedCall REFRESH_KEYS =
            of("refresh-keys", Operation.REFRESH_KEYS, "user:refresh-keys", "expiresIn", "expireIn");

    static final SignedCall REFRESH_TOKEN =
            of("refresh-token", Operation.REFRESH_TOKEN, "client:my:refresh-token", "expireIn");

    static final SignedCall LOGOUT = of("logout", Operation.CAA_LOGOUT, "user:logout");

    static final SignedCall PROTECTED = new SignedCall(
            "protected",
            Need.PROTECTED_ENDPOINT.and(Need.mounted(Operation.CAA_LOGIN)),
            target -> protectedPath(target).action(),
            probe -> WireRequest.of("GET", protectedPath(probe.target()).path()),
            List.of());

    private static SignedCall of(String name, Operation operation, String action, String... expiryNames) {
        return new SignedCall(
                name,
                Need.mounted(Operation.CAA_LOGIN, operation),
                target -> action,
                probe -> probe.at(operation),
                List.of(expiryNames));
    }

    /** Those that turn a pair into the next. */
    static List<SignedCall> refreshes() {
        return List.of(REFRESH_KEYS, REFRESH_TOKEN);
    }

    /** All of them. */
    static List<SignedCall> all() {
        return List.of(REFRESH_KEYS, REFRESH_TOKEN, LOGOUT, PROTECTED);
    }

    /** The one that is cheapest to try something on: one that changes nothing, if there is one. */
    static SignedCall cheapest(ConformanceTarget target) {
        return Stream.of(PROTECTED, REFRESH_KEYS, REFRESH_TOKEN, LOGOUT)
                .filter(call -> call.need().missingIn(target).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    boolean grants() {
        return !expiryNames.isEmpty();
    }

    private static ProtectedPath protectedPath(ConformanceTarget target) {
        return target.protectedPath().orElseThrow();
    }
}
