package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import java.math.BigInteger;
import java.util.function.IntFunction;

/** Content-Lengths that are wrong, or that two readers can read in two ways (RFC 9112, sections 6.2 and 6.3). */
final class LengthChecks {

    private LengthChecks() {}

    static Chapter chapter(Entrance login) {
        FramingTrial trial = new FramingTrial(login);
        length(trial, "negative", "-1", right -> "-1");
        length(trial, "word", "a word", right -> "x");
        length(trial, "hex", "hex", right -> "0x" + Integer.toHexString(right));
        length(trial, "empty", "nothing", right -> "");
        length(trial, "list", "two different ones in one line", right -> right + ", " + (right + 1));
        length(
                trial,
                "overflow",
                "the right one plus 2^64",
                right -> BigInteger.TWO.pow(64).add(BigInteger.valueOf(right)).toString());
        length(trial, "too-short", "one byte too few", right -> Integer.toString(right - 1));
        length(trial, "too-long", "ten bytes too many, which never come", right -> Integer.toString(right + 10));
        twice(trial, "twice", "the right one, then 0", right -> right, right -> 0);
        twice(trial, "twice-reversed", "0, then the right one", right -> 0, right -> right);
        return trial.chapter();
    }

    private static void length(FramingTrial trial, String id, String proof, IntFunction<String> length) {
        trial.broken(
                "length." + id,
                "a Content-Length of " + proof,
                (request, body) -> request.header("Content-Length", length.apply(body.length))
                        .unframed(body));
    }

    private static void twice(
            FramingTrial trial, String id, String proof, IntFunction<Integer> first, IntFunction<Integer> second) {
        trial.broken(
                "length." + id,
                "two Content-Lengths: " + proof,
                (request, body) -> request.header(
                                "Content-Length", first.apply(body.length).toString())
                        .header("Content-Length", second.apply(body.length).toString())
                        .unframed(body));
    }
}
