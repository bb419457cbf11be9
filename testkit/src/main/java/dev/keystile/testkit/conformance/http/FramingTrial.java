package dev.keystile.testkit.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;

/** Collects broken requests. Each holds a right login for whoever reads it carelessly, so a grant shows that somebody did. */
final class FramingTrial {

    private static final String RULE = "no request, however framed, gets an answer that isn't its own:"
            + " 4xx, 501, 505 or a closed connection, and the next connection is served";

    private final Entrance login;
    private final Chapter chapter;

    FramingTrial(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Framing", Need.mounted(login.operation()));
    }

    Chapter chapter() {
        return chapter;
    }

    /** A right login, framed by {@code framing}, and declared as JSON. */
    void broken(String id, String proof, Framing framing) {
        bare(id, proof, (request, body) -> framing.apply(request.header("Content-Type", "application/json"), body));
    }

    /** A right login, framed and declared by {@code framing}. */
    void bare(String id, String proof, Framing framing) {
        check(id, proof, (probe, body) -> framing.apply(login.request(probe), body));
    }

    /** A login without a body of its own, with a right login hidden behind it. */
    void smuggled(String id, String proof, Framing framing) {
        check(
                id,
                proof,
                (probe, body) -> framing.apply(
                        login.request(probe).header("Content-Type", "application/json"),
                        login.right(probe).bytes(probe.target().server().getRawAuthority())));
    }

    private void check(String id, String proof, Making making) {
        chapter.check("framing." + login.name() + "." + id, RULE, proof, probe -> {
            byte[] body = login.rightBody().apply(probe).getBytes(UTF_8);
            probe.expectRefusal(making.of(probe, body));
            probe.expect(login.malformed(), login.request(probe).json("{"));
        });
    }

    /** Puts a body behind a request, in whichever way. */
    @FunctionalInterface
    interface Framing {
        WireRequest apply(WireRequest request, byte[] body);
    }

    /** Makes a broken request out of the bytes of a right body. */
    @FunctionalInterface
    private interface Making {
        WireRequest of(Probe probe, byte[] body);
    }
}
