package dev.keystile.http;

/**
 * Decides who may pass before an application's own code runs; for filters. The gates of this library are safe for use by many
 * threads, may block on a store, read no body, and never throw: what goes wrong inside turns everybody away.
 */
@FunctionalInterface
public interface RequestGate {

    /** Who sent {@code request}, or what to answer instead of serving it. */
    Admission admit(AuthRequest request);

    /** {@code gate}, which turns away with {@code answer} whenever it throws; details go to the log. */
    static RequestGate failingClosed(RequestGate gate, AuthResponse answer) {
        return request -> {
            try {
                return gate.admit(request);
            } catch (Exception | LinkageError | StackOverflowError unexpected) {
                GuardedEndpoint.report(request, answer, unexpected);
                return new Admission.TurnedAway(answer);
            }
        };
    }
}
