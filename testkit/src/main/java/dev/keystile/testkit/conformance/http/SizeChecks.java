package dev.keystile.testkit.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.util.Optional;

/** How much of a body is taken, and in which pieces. Bodies are right, but for the white space that fills them up. */
final class SizeChecks {

    private static final int NO_FILLING = 0;
    private static final int UNCHUNKED = 0;
    private static final int LIMIT = 64 * 1024;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int CHUNK = 1000;
    private static final int CONTENT_TOO_LARGE = 413;

    private final Entrance login;
    private final Chapter chapter;

    private SizeChecks(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Login", Need.mounted(login.operation()));
    }

    static Chapter chapter(Entrance login) {
        SizeChecks checks = new SizeChecks(login);
        checks.fitting();
        checks.tooLarge();
        return checks.chapter;
    }

    private void fitting() {
        accept("64-kib", "64 KiB", LIMIT, UNCHUNKED);
        accept("64-kib-chunked", "64 KiB in chunks", LIMIT, CHUNK);
        accept("chunked", "a small one in one chunk", NO_FILLING, CHUNK);
        accept("bytewise", "a small one in chunks of one byte", NO_FILLING, 1);
    }

    private void tooLarge() {
        refuse("one-too-many", "64 KiB and a byte", LIMIT + 1, UNCHUNKED);
        refuse("one-too-many-chunked", "64 KiB and a byte, in chunks", LIMIT + 1, CHUNK);
        huge("1-mib", "1 MiB (L26)", MEBIBYTE);
        huge("10-mib", "10 MiB", 10 * MEBIBYTE);
    }

    private void huge(String id, String proof, int size) {
        String clause = "a body over 64 KiB -> " + login.malformed() + ", or 413 by the server, or a closed connection";
        chapter.check(id(id), clause, proof, probe -> {
            Optional<WireResponse> answer = probe.unwitnessedWire().exchange(request(probe, size, UNCHUNKED));
            answer.filter(response -> response.status() != CONTENT_TOO_LARGE).ifPresent(login.malformed()::require);
        });
    }

    private void accept(String id, String proof, int size, int chunk) {
        chapter.check(
                id(id),
                "a body of up to 64 KiB, however framed",
                proof,
                probe -> login.admit(probe, request(probe, size, chunk)));
    }

    private void refuse(String id, String proof, int size, int chunk) {
        chapter.check(
                id(id),
                "a body over 64 KiB -> " + login.malformed(),
                proof,
                probe -> probe.expect(login.malformed(), request(probe, size, chunk)));
    }

    private String id(String id) {
        return login.name() + ".size." + id;
    }

    private WireRequest request(Probe probe, int size, int chunk) {
        String right = login.rightBody().apply(probe);
        byte[] body = (right + " ".repeat(Math.max(0, size - right.length()))).getBytes(UTF_8);
        WireRequest request = login.request(probe).header("Content-Type", "application/json");
        return chunk == UNCHUNKED ? request.body(body) : request.chunked(body, chunk);
    }
}
