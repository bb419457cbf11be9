package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.wire.WireClient;
import dev.keystile.testkit.wire.WireConnection;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Requests that are broken as HTTP, so that a server may refuse them in its own words or close the connection. */
final class Broken {

    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION_NOT_SUPPORTED = 505;

    private Broken() {}

    /**
     * Sends {@code request}, and nothing after it. However many answers come before the server closes or falls silent, none of
     * them grants anything, and none is a failure inside the server.
     *
     * @throws Discrepancy if one is
     */
    static void requireRefused(WireClient wire, WireRequest request) throws IOException {
        try (WireConnection connection = wire.open()) {
            sendAsFarAsPossible(connection, request);
            requireRefusals(connection);
        }
    }

    /** A server may have refused and closed before it was sent everything. */
    private static void sendAsFarAsPossible(WireConnection connection, WireRequest request) throws IOException {
        try {
            connection.send(request).endOfInput();
        } catch (SocketException closed) {
            return;
        }
    }

    private static void requireRefusals(WireConnection connection) throws IOException {
        boolean answered = false;
        try {
            for (Optional<WireResponse> next = connection.receive(); next.isPresent(); next = connection.receive()) {
                requireRefusal(next.get());
                answered = true;
            }
        } catch (SocketTimeoutException silence) {
            if (!answered) {
                throw silence;
            }
        }
    }

    private static void requireRefusal(WireResponse response) {
        int status = response.status();
        boolean refused = status >= 400 && status < 500;
        if (!refused && status != NOT_IMPLEMENTED && status != VERSION_NOT_SUPPORTED) {
            throw new Discrepancy("4xx, 501, 505 or a closed connection", status + " " + response.text());
        }
    }
}
