package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.UserSwitch;
import dev.keystile.testkit.wire.WireClient;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One run of the suite against one server: where to send, what came back, and what checks share, such as a login. For one
 * thread, except for {@link #wire()} and {@link #at}.
 */
public final class Probe {

    private static final int TOO_MANY_REQUESTS = 429;

    private final ConformanceTarget target;
    private final WireClient wire;
    private final WireClient unwitnessedWire;
    private final AnswerLog answers = new AnswerLog();
    private final Map<Class<?>, Object> shared = new HashMap<>();

    /** A run against {@code target}, whose answers are shown to {@code witness} where they are the contract's to give. */
    public Probe(ConformanceTarget target, BiConsumer<WireRequest, WireResponse> witness) {
        this.target = target;
        this.wire = new WireClient(target.server(), witness);
        this.unwitnessedWire = new WireClient(target.server());
    }

    /** What is known of the server. */
    public ConformanceTarget target() {
        return target;
    }

    /** The connections to it. Whatever comes on them is the contract's to say. */
    public WireClient wire() {
        return wire;
    }

    /** Connections for what the server may refuse in words of its own. */
    public WireClient unwitnessedWire() {
        return unwitnessedWire;
    }

    /** The contract's answers that came in this run. */
    public AnswerLog answers() {
        return answers;
    }

    /** A request for {@code operation}, whose path has no parameters. */
    public WireRequest at(Operation operation) {
        return WireRequest.of(operation.method(), path(operation));
    }

    /** Where {@code operation} is mounted. */
    public String path(Operation operation) {
        return target.prefix() + operation.path();
    }

    /**
     * The answer to {@code request}, whatever it is.
     *
     * @throws Discrepancy if there is none
     * @throws Undecided if it is that of a throttle which the target has
     */
    public WireResponse send(WireRequest request) throws IOException {
        return send(wire, request);
    }

    private WireResponse send(WireClient over, WireRequest request) throws IOException {
        WireResponse response = over.exchange(request).orElseThrow(Discrepancy::noAnswer);
        if (response.status() == TOO_MANY_REQUESTS && target.has(ConformanceTarget.Trait.THROTTLE)) {
            throw new Undecided("the server's throttle answered 429 before this could be tried");
        }
        return response;
    }

    /**
     * Sends {@code request}, which must get {@code answer}.
     *
     * @throws Discrepancy if it gets another
     */
    public WireResponse expect(Answer answer, WireRequest request) throws IOException {
        return answers.note(request, answer.require(send(request)));
    }

    /**
     * Sends {@code request}, which must get a 4xx, whosever.
     *
     * @throws Discrepancy if it doesn't
     */
    public void expectClientError(WireRequest request) throws IOException {
        WireResponse response = send(unwitnessedWire, request);
        if (response.status() < 400 || response.status() >= 500) {
            throw new Discrepancy("4xx", response.status() + " " + response.text());
        }
    }

    /**
     * Sends {@code request}, which is broken as HTTP: the server refuses it in whosever words, or closes the connection.
     *
     * @throws Discrepancy if it is granted anything, or the server fails inside
     */
    public void expectRefusal(WireRequest request) throws IOException {
        Broken.requireRefused(unwitnessedWire, request);
    }

    /**
     * Sends {@code one} and {@code other}, whose answers must agree in status, header lines and body.
     *
     * @throws Discrepancy if they don't
     */
    public void expectAlike(WireRequest one, WireRequest other) throws IOException {
        Sameness.require(send(one), send(other));
    }

    /** Does {@code action} while the active user is disabled, and enables the user again whatever comes of it. */
    public void whileDisabled(Action action) throws IOException {
        UserSwitch userSwitch = target.userSwitch().orElseThrow();
        userSwitch.disable(true);
        try {
            action.run();
        } finally {
            userSwitch.disable(false);
        }
    }

    /** What the checks of a run share, made when it is first asked for. */
    public <T> T shared(Class<T> type, Function<Probe, T> factory) {
        Object known = shared.get(type);
        if (known == null) {
            known = factory.apply(this);
            shared.put(type, known);
        }
        return type.cast(known);
    }

    /** Forgets what is shared: it may be what went wrong. */
    void forget() {
        shared.clear();
    }

    /** A step of a check. */
    @FunctionalInterface
    public interface Action {

        /** Takes it. */
        void run() throws IOException;
    }
}
