package dev.keystile.testkit.conformance.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.wire.WireRequest;
import java.io.ByteArrayOutputStream;

/** Chunks and transfer codings that two readers can read in two ways (RFC 9112, sections 6.1 and 7.1). */
final class CodingChecks {

    private static final String END = "0\r\n\r\n";

    private final FramingTrial trial;

    private CodingChecks(FramingTrial trial) {
        this.trial = trial;
    }

    static Chapter chapter(Entrance login) {
        CodingChecks checks = new CodingChecks(new FramingTrial(login));
        checks.sizes();
        checks.cuts();
        checks.codings();
        return checks.trial.chapter();
    }

    private void sizes() {
        chunk("size-word", "a chunk size that is no number", "zz", "\r\n" + END);
        chunk("size-negative", "a negative chunk size", "-1", "\r\n" + END);
        chunk("size-overflow", "a chunk size of 17 hex digits", "1000000000000000F", "\r\n" + END);
        chunk("size-empty", "no chunk size", "", "\r\n" + END);
    }

    private void cuts() {
        trial.broken(
                "chunk.no-end",
                "chunks without a last one, then nothing",
                (request, body) -> chunked(request, join(hex(body.length) + "\r\n", body, "\r\n")));
        trial.broken(
                "chunk.cut",
                "a chunk that ends before its size, then nothing",
                (request, body) -> chunked(request, join(hex(body.length + 1) + "\r\n", body, "")));
        trial.broken(
                "chunk.longer",
                "a chunk that is longer than its size",
                (request, body) -> chunked(request, join(hex(body.length - 1) + "\r\n", body, "\r\n" + END)));
    }

    private void codings() {
        trial.smuggled(
                "coding.and-length",
                "Transfer-Encoding and Content-Length, a login hidden behind the last chunk",
                (request, hidden) -> {
                    byte[] all = join(END, hidden, "");
                    return request.header("Transfer-Encoding", "chunked")
                            .header("Content-Length", Integer.toString(all.length))
                            .unframed(all);
                });
        trial.smuggled(
                "coding.behind-length",
                "Content-Length and Transfer-Encoding, a login hidden behind the last chunk",
                (request, hidden) -> {
                    byte[] all = join(END, hidden, "");
                    return request.header("Content-Length", Integer.toString(all.length))
                            .header("Transfer-Encoding", "chunked")
                            .unframed(all);
                });
        trial.broken(
                "coding.unknown",
                "a transfer coding that there isn't, and a right Content-Length",
                (request, body) -> request.header("Transfer-Encoding", "xchunked")
                        .header("Content-Length", Integer.toString(body.length))
                        .unframed(body));
        trial.broken(
                "coding.list",
                "chunked, then another coding",
                (request, body) -> request.header("Transfer-Encoding", "chunked, identity")
                        .unframed(join(hex(body.length) + "\r\n", body, "\r\n" + END)));
    }

    private void chunk(String id, String proof, String size, String behind) {
        trial.broken("chunk." + id, proof, (request, body) -> chunked(request, join(size + "\r\n", body, behind)));
    }

    private static WireRequest chunked(WireRequest request, byte[] body) {
        return request.header("Transfer-Encoding", "chunked").unframed(body);
    }

    private static String hex(int number) {
        return Integer.toHexString(number);
    }

    private static byte[] join(String before, byte[] bytes, String behind) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(US_ASCII));
        all.writeBytes(bytes);
        all.writeBytes(behind.getBytes(US_ASCII));
        return all.toByteArray();
    }
}
