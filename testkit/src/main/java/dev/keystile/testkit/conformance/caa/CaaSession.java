package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The active user's login, shared by the checks of a run so that few of them have to wait for a password to be hashed. */
final class CaaSession {

    /** What a login calls the expiry. */
    static final List<String> LOGIN_EXPIRIES = List.of("expiresIn", "expireIn");

    private static final String LONG_AGO = "0000000000001";
    private static final int OK = 200;

    private final Probe probe;
    private final ServerClock clock = new ServerClock();
    private @Nullable Pair live;

    private CaaSession(Probe probe) {
        this.probe = probe;
    }

    /** The session of the run; its clock is the server's. */
    static CaaSession of(Probe probe) {
        return probe.shared(CaaSession.class, CaaSession::new);
    }

    /** The operation on which a header is cheapest to try. */
    SignedCall gate() {
        return SignedCall.cheapest(probe.target());
    }

    /** A pair that is alive: the known one, or that of a login. */
    Pair pair() throws IOException {
        Pair known = live;
        return known == null ? login().pair() : known;
    }

    /** Logs in, whether or not a pair is known. */
    KeyGrant login() throws IOException {
        TestUser user = probe.target().user();
        WireRequest request =
                probe.at(Operation.CAA_LOGIN).json(LoginBody.of(user).text());
        return grant(request, LOGIN_EXPIRIES);
    }

    /** Asks for a new pair by {@code call}, and takes it. */
    KeyGrant refresh(SignedCall call) throws IOException {
        return grant(signed(call), call.expiryNames());
    }

    /** Logs out. */
    void logout() throws IOException {
        expect(Answers.OK, SignedCall.LOGOUT, header(SignedCall.LOGOUT));
        live = null;
    }

    /** Takes the pair of {@code grant} for the live one. */
    KeyGrant adopt(KeyGrant grant) {
        live = grant.pair();
        return grant;
    }

    /** Forgets the pair, which is dead or unknown. */
    void lose() {
        live = null;
    }

    /** The parts of a header for {@code call} that the server must accept, never the same twice. */
    SignedParts parts(SignedCall call) throws IOException {
        return parts(call, pair());
    }

    /** The parts of a header by {@code pair}, signed now. */
    SignedParts parts(SignedCall call, Pair pair) throws IOException {
        return parts(call, pair, now());
    }

    /** The parts of a header by {@code pair}, signed at {@code timestamp}. */
    SignedParts parts(SignedCall call, Pair pair, String timestamp) {
        return parts(call, pair, Algorithm.HMAC_SHA1, timestamp);
    }

    SignedParts parts(SignedCall call, Pair pair, Algorithm algorithm, String timestamp) {
        byte[] signature = algorithm.sign(action(call), pair, timestamp);
        return new SignedParts(pair.apiKey(), SignedParts.base64(signature), timestamp);
    }

    String action(SignedCall call) {
        return call.action().apply(probe.target());
    }

    String header(SignedCall call) throws IOException {
        return parts(call).header();
    }

    String header(SignedCall call, Pair pair) throws IOException {
        return parts(call, pair).header();
    }

    WireRequest signed(SignedCall call) throws IOException {
        return request(call, header(call));
    }

    WireRequest request(SignedCall call, String authorization) {
        return call.request().apply(probe).header("Authorization", authorization);
    }

    void expect(Answer answer, SignedCall call, String authorization) throws IOException {
        probe.expect(answer, request(call, authorization));
    }

    /** Sends {@code authorization}, whatever comes of it. */
    void send(SignedCall call, String authorization) throws IOException {
        probe.send(request(call, authorization));
    }

    /** Sends {@code authorization}, which must be accepted. */
    void admit(SignedCall call, String authorization) throws IOException {
        admit(call, request(call, authorization));
    }

    /** Sends {@code request}, which must be accepted; takes what it grants. */
    void admit(SignedCall call, WireRequest request) throws IOException {
        WireResponse response = probe.send(request);
        if (response.status() != OK) {
            throw new Discrepancy("200 from " + call.name(), response.status() + " " + response.text());
        }
        if (call.grants()) {
            adopt(KeyGrant.in(response, call.expiryNames()));
        } else if (call.equals(SignedCall.LOGOUT)) {
            lose();
        }
    }

    /** The server's clock, as 13 digits; later than ever before, so that no signature comes twice. */
    String now() throws IOException {
        return nowPlus(0);
    }

    String nowPlus(long millis) throws IOException {
        if (!clock.isSet()) {
            clock.setBy(
                    probe.send(request(gate(), parts(gate(), pair(), LONG_AGO).header())));
        }
        return Long.toString(clock.next() + millis);
    }

    private KeyGrant grant(WireRequest request, List<String> expiryNames) throws IOException {
        WireResponse response = probe.send(request);
        KeyGrant grant = KeyGrant.in(response, expiryNames);
        probe.answers().note(request, response);
        return adopt(grant);
    }
}
