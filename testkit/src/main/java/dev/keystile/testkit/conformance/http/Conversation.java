package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireConnection;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Consumer;

/** Requests and answers in turn on one connection; on the next one if the server closed it after an answer, as it may. */
final class Conversation implements AutoCloseable {

    private final Probe probe;
    private WireConnection connection;
    private boolean used;

    Conversation(Probe probe) throws IOException {
        this.probe = probe;
        this.connection = probe.wire().open();
    }

    /** Sends {@code request}, whose answer must please {@code judge}. */
    void say(WireRequest request, Consumer<WireResponse> judge) throws IOException {
        Optional<WireResponse> answer = ask(request);
        if (answer.isEmpty() && used) {
            reopen();
            answer = ask(request);
        }
        used = true;
        judge.accept(answer.orElseThrow(Discrepancy::noAnswer));
    }

    private Optional<WireResponse> ask(WireRequest request) throws IOException {
        try {
            return connection.send(request).receive();
        } catch (SocketException closed) {
            return Optional.empty();
        }
    }

    private void reopen() throws IOException {
        connection.close();
        connection = probe.wire().open();
        used = false;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
