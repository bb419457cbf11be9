package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireConnection;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Clients that are slow, that wait in the middle of a request, or that are gone before its answer. */
final class ClientChecks {

    private static final int CLIENTS = 16;

    private final Entrance login;

    private ClientChecks(Entrance login) {
        this.login = login;
    }

    static Chapter chapter(Entrance login) {
        ClientChecks checks = new ClientChecks(login);
        String id = "client." + login.name();
        return Chapter.of("Clients", Need.mounted(login.operation()))
                .check(id + ".slow", "a slow client is served", "a right login, a byte to a packet", checks::slow)
                .check(
                        id + ".waiting",
                        "a slow client holds nobody up",
                        "16 requests of which half was sent, a right login in between, then the other halves",
                        checks::waiting)
                .check(
                        id + ".aborted",
                        "an aborted client holds nothing",
                        "16 requests broken off in the middle and 16 before their answer, then a right login",
                        checks::aborted);
    }

    private void slow(Probe probe) throws IOException {
        try (WireConnection connection = probe.wire().open()) {
            login.requireAdmitted(answerOn(connection.dribble(login.right(probe))));
        }
    }

    private void waiting(Probe probe) throws IOException {
        WireRequest request = cheap(probe);
        List<WireConnection> halfway = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                halfway.add(probe.wire().open().sendFirstHalf(request));
            }
            login.admit(probe, login.right(probe));
            for (WireConnection connection : halfway) {
                login.malformed().require(answerOn(connection.sendSecondHalf(request)));
            }
        } finally {
            for (WireConnection connection : halfway) {
                connection.close();
            }
        }
    }

    private void aborted(Probe probe) throws IOException {
        WireRequest request = cheap(probe);
        for (int i = 0; i < CLIENTS; i++) {
            probe.wire().open().sendFirstHalf(request).abort();
            probe.wire().open().send(request).abort();
        }
        login.admit(probe, login.right(probe));
    }

    /** A login that is refused before a password is hashed. */
    private WireRequest cheap(Probe probe) {
        return login.request(probe).json("{");
    }

    private static WireResponse answerOn(WireConnection connection) throws IOException {
        return connection.receive().orElseThrow(Discrepancy::noAnswer);
    }
}
