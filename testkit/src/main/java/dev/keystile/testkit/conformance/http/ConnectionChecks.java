package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import dev.keystile.testkit.wire.WireConnection;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Several requests on one connection. */
final class ConnectionChecks {

    private static final String USABLE = "a refused request leaves the connection usable or closes it";
    private static final int OVER_THE_LIMIT = 64 * 1024 + 1;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Entrance login;
    private final Chapter chapter;

    private ConnectionChecks(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Connections", Need.mounted(login.operation()));
    }

    static Chapter chapter(Entrance login) {
        ConnectionChecks checks = new ConnectionChecks(login);
        checks.check(
                "after-refusals",
                USABLE,
                "refusals of every kind and a right login, one after another on one connection",
                checks::afterRefusals);
        checks.check(
                "after-a-large-body",
                USABLE,
                "a body of 64 KiB and a byte, then a right login on the same connection",
                checks::afterLargeBody);
        checks.check(
                "pipelined",
                "every answer belongs to its own request, and the first one is answered",
                "a right login, a wrong method, a wrong login and a right one, all sent before any answer",
                checks::pipelined);
        checks.check(
                "expect-continue",
                "Expect: 100-continue",
                "a right login with it",
                probe -> login.admit(probe, login.right(probe).header("Expect", "100-continue")));
        return checks.chapter;
    }

    private void afterRefusals(Probe probe) throws IOException {
        try (Conversation conversation = new Conversation(probe)) {
            conversation.say(login.request(probe).json("{"), login.malformed()::require);
            conversation.say(withMethod(probe, "HEAD"), ConnectionChecks::requireNotAllowed);
            conversation.say(withMethod(probe, "GET"), ConnectionChecks::requireNotAllowed);
            conversation.say(login.wrong(probe), login.wrong()::require);
            conversation.say(login.right(probe), login::requireAdmitted);
        }
    }

    private void afterLargeBody(Probe probe) throws IOException {
        try (Conversation conversation = new Conversation(probe)) {
            conversation.say(login.request(probe).json(" ".repeat(OVER_THE_LIMIT)), login.malformed()::require);
            conversation.say(login.right(probe), login::requireAdmitted);
        }
    }

    private void pipelined(Probe probe) throws IOException {
        List<WireRequest> requests =
                List.of(login.right(probe), withMethod(probe, "GET"), login.wrong(probe), login.right(probe));
        List<Consumer<WireResponse>> judges = List.of(
                login::requireAdmitted,
                ConnectionChecks::requireNotAllowed,
                login.wrong()::require,
                login::requireAdmitted);
        try (WireConnection connection = probe.wire().open()) {
            connection.send(requests);
            judges.get(0).accept(connection.receive().orElseThrow(Discrepancy::noAnswer));
            for (Consumer<WireResponse> judge : judges.subList(1, judges.size())) {
                connection.receive().ifPresent(judge); // a server may close after any answer
            }
        }
    }

    private WireRequest withMethod(Probe probe, String method) {
        return WireRequest.of(method, probe.path(login.operation()));
    }

    private static void requireNotAllowed(WireResponse response) {
        if (response.status() != METHOD_NOT_ALLOWED) {
            throw new Discrepancy("405", response.status() + " " + response.text());
        }
    }

    private void check(String id, String clause, String proof, Proof body) {
        chapter.check("connection." + login.name() + "." + id, clause, proof, body);
    }
}
