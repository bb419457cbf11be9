package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import dev.keystile.testkit.wire.WireRequest;
import java.util.function.Function;

/** Logins that differ from a right one in one thing. */
final class LoginTrial {

    private LoginTrial() {}

    /** The active user's body, written by {@code spelling}, is as good as any. */
    static Proof accepts(Function<LoginBody, String> spelling) {
        return acceptsRequest((login, body) -> login.json(spelling.apply(body)));
    }

    /** The active user's body, sent by {@code sending}, is as good as any. */
    static Proof acceptsRequest(Sending sending) {
        return probe -> KeyGrant.in(probe.send(request(probe, sending)), CaaSession.LOGIN_EXPIRIES);
    }

    /** The active user's body, spoilt by {@code spelling}, is refused. */
    static Proof refuses(Answer answer, Function<LoginBody, String> spelling) {
        return refusesRequest(answer, (login, body) -> login.json(spelling.apply(body)));
    }

    /** The active user's body, spoilt on its way by {@code sending}, is refused. */
    static Proof refusesRequest(Answer answer, Sending sending) {
        return probe -> probe.expect(answer, request(probe, sending));
    }

    private static WireRequest request(Probe probe, Sending sending) {
        return sending.apply(
                probe.at(Operation.CAA_LOGIN), LoginBody.of(probe.target().user()));
    }

    /** Puts a body into a request. */
    @FunctionalInterface
    interface Sending {
        WireRequest apply(WireRequest login, LoginBody body);
    }
}
